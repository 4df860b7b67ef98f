/// The settings of strategies and accounts: read from the owner's file, seeded into the store,
/// listed.
@NullMarked
package com.mathematricks.dashboard.strategies;

import org.jspecify.annotations.NullMarked;
