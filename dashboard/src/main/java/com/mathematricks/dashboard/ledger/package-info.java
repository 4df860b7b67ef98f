/// What the engine wrote, as pages and API show it: orders, fills, positions, accounts, the
/// journal. Words are kept as text, so that a newer engine's words are shown and not stumbled over.
@NullMarked
package com.mathematricks.dashboard.ledger;

import org.jspecify.annotations.NullMarked;
