/** How native libraries are loaded through JavaCPP. */
@NullMarked
package io.lumiere.images.internal.javacpp;

import org.jspecify.annotations.NullMarked;
