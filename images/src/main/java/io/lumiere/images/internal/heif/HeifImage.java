package io.lumiere.images.internal.heif;

import org.jspecify.annotations.Nullable;

/**
 * The picture that a file shows, not yet decoded.
 *
 * @param tiles what it is made of
 * @param alpha its transparency, or null
 * @param premultiplied whether colours are multiplied by alpha already
 * @param crop the part that is shown, within the tiles
 * @param orientation how that part is turned, as EXIF's numbers say it, 1 to 8
 */
public record HeifImage(
    Tiles tiles, @Nullable Tiles alpha, boolean premultiplied, Crop crop, int orientation) {}
