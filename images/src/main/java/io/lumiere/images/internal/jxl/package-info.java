/**
 * JPEG XL through libjxl's C functions, which JNA calls. libjxl is not part of Lumiere: set-up puts
 * it in the cache, or the system has it.
 */
@NullMarked
package io.lumiere.images.internal.jxl;

import org.jspecify.annotations.NullMarked;
