/// What came in, stored before anybody is answered: signals of the webhook and of outside writers,
/// each with its place in the order, its key and what became of it.
@NullMarked
package com.mathematricks.collector.inbox;

import org.jspecify.annotations.NullMarked;
