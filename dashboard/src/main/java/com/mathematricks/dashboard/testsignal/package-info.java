/// A signal that the owner writes on a page, to see what would become of one like it. It goes the
/// way of every outside writer's.
@NullMarked
package com.mathematricks.dashboard.testsignal;

import org.jspecify.annotations.NullMarked;
