/// One way to write our records, for HTTP, events and the store alike.
@NullMarked
package com.mathematricks.service.json;

import org.jspecify.annotations.NullMarked;
