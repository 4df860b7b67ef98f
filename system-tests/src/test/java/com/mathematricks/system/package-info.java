/// What the whole suite promises, tried from outside only: processes, HTTP and files. Each test
/// says on which suites it runs; nothing here looks into a service.
@NullMarked
package com.mathematricks.system;

import org.jspecify.annotations.NullMarked;
