/// The words of an order that cross processes: ids, side, type, role and status.
@NullMarked
package com.mathematricks.model.order;

import org.jspecify.annotations.NullMarked;
