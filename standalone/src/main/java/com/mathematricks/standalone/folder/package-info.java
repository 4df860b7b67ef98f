/// The data folder of one installation and that only one run uses it.
@NullMarked
package com.mathematricks.standalone.folder;

import org.jspecify.annotations.NullMarked;
