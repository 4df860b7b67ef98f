/// What sizing and limits would have made of orders of the past. Nothing is stored, nothing leaves.
@NullMarked
package com.mathematricks.engine.rehearsal;

import org.jspecify.annotations.NullMarked;
