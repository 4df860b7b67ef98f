/// What each service last did and how it is, for all to see.
@NullMarked
package com.mathematricks.service.status;

import org.jspecify.annotations.NullMarked;
