/// The journal in words, an entry a row, and the messages that went to phones: what the house did,
/// for somebody who was not there.
@NullMarked
package com.mathematricks.dashboard.activity;

import org.jspecify.annotations.NullMarked;
