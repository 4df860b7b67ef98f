/// What other limits would have made of decisions that were kept: judged one by one from the
/// numbers that each check compared, without the engine.
@NullMarked
package com.mathematricks.model.whatif;

import org.jspecify.annotations.NullMarked;
