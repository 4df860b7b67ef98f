/// What the owner tells the engine: says first what a command will do and to what, writes it down
/// once however often it is sent, and shows what the engine really did. The dashboard reaches no
/// engine; the command's document is the only way.
@NullMarked
package com.mathematricks.dashboard.control;

import org.jspecify.annotations.NullMarked;
