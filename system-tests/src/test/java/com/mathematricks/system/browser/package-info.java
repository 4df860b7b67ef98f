/// The dashboard in a real browser: how a test opens, looks at and judges a page.
@NullMarked
package com.mathematricks.system.browser;

import org.jspecify.annotations.NullMarked;
