/**
 * Runs neural networks with ncnn: load a {@link io.lumiere.ncnn.Network} once, share it between all
 * threads, and open a {@link io.lumiere.ncnn.Session} for each run.
 *
 * <p>Whatever is passed in, the virtual machine stays up: graphs, weights and shapes are proved to
 * fit together in Java before native code sees them, and whatever goes wrong is a {@link
 * io.lumiere.ncnn.NcnnException}. Only this package holds native pointers, and no public type shows
 * one.
 */
@NullMarked
package io.lumiere.ncnn;

import org.jspecify.annotations.NullMarked;
