/// When markets trade: sessions, holidays and half days, and how far they are known. Pure; what
/// cannot be computed is in `calendars.yml`.
@NullMarked
package com.mathematricks.engine.calendar;

import org.jspecify.annotations.NullMarked;
