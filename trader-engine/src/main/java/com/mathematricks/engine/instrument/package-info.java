/// What can be traded: the table of instruments with their ticks, lots, multipliers and margins,
/// the months of futures, and the rules that derive an instrument the table does not hold. Pure:
/// the file is read once, then a sender's words and a date go in, and an instrument comes out.
@NullMarked
package com.mathematricks.engine.instrument;

import org.jspecify.annotations.NullMarked;
