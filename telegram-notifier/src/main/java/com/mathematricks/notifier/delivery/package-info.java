/// Sends what waits in the outbox: in order in each chat, as fast as Telegram allows and no faster,
/// over outages, one message never kept from going by another.
@NullMarked
package com.mathematricks.notifier.delivery;

import org.jspecify.annotations.NullMarked;
