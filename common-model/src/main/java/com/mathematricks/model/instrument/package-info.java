/// How an instrument is named: by a sender (`Ticker`), by us (`InstrumentId`), and what kind it is.
@NullMarked
package com.mathematricks.model.instrument;

import org.jspecify.annotations.NullMarked;
