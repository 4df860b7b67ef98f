/// The onboarded strategies, as far as the collector has to know them: names, credentials, format.
@NullMarked
package com.mathematricks.collector.strategy;

import org.jspecify.annotations.NullMarked;
