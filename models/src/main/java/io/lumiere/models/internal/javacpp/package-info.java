/** How native libraries are loaded through JavaCPP. */
@NullMarked
package io.lumiere.models.internal.javacpp;

import org.jspecify.annotations.NullMarked;
