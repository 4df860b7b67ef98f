/// Tables that people read and write, as YAML: rows with known keys, and errors that name the file,
/// the line and what is accepted.
@NullMarked
package com.mathematricks.engine.table;

import org.jspecify.annotations.NullMarked;
