/**
 * The only place that calls FFmpeg: coded pictures in, rows of samples out. Its libraries are
 * loaded when the first such picture is met. Native pointers stay here.
 */
@NullMarked
package io.lumiere.images.internal.ffmpeg;

import org.jspecify.annotations.NullMarked;
