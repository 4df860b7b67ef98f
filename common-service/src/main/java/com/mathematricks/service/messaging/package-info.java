/// The RabbitMQ broker that carries the events from the engine to the notifier: how to tell that it
/// is away. Only these two services need it; what trades does not wait for it.
@NullMarked
package com.mathematricks.service.messaging;

import org.jspecify.annotations.NullMarked;
