/**
 * ncnn's pair of files, param (the graph, as text) and bin (the weights): what their numbers mean,
 * for who writes them and who checks them.
 *
 * @see <a href="https://github.com/Tencent/ncnn/wiki/param-and-model-file-structure">the format</a>
 */
@NullMarked
package io.lumiere.ncnn.format;

import org.jspecify.annotations.NullMarked;
