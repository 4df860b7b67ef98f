/// The MongoDB database that the services share: its collections, documents, indexes and how to
/// wait for it.
@NullMarked
package com.mathematricks.service.store;

import org.jspecify.annotations.NullMarked;
