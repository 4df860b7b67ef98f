/// How pages and API say no: an error page to a person, a `ProblemDetail` to a program.
@NullMarked
package com.mathematricks.dashboard.errors;

import org.jspecify.annotations.NullMarked;
