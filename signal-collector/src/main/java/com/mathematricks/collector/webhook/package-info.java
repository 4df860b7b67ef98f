/// Receives alerts over HTTP: from whom, with which credential, how large, and what is answered.
@NullMarked
package com.mathematricks.collector.webhook;

import org.jspecify.annotations.NullMarked;
