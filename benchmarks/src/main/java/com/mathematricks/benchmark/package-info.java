/// Measures single parts in one process, without a store.
package com.mathematricks.benchmark;
