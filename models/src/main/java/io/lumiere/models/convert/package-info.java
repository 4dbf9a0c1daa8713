/**
 * Writes networks in ncnn's format: {@link io.lumiere.models.convert.NetworkBuilder} puts layers
 * together and writes the {@code .param} and {@code .bin} files that {@code
 * io.lumiere.ncnn.Network} loads.
 */
@NullMarked
package io.lumiere.models.convert;

import org.jspecify.annotations.NullMarked;
