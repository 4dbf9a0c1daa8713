package io.lumiere.indexer.internal.run;

import io.lumiere.schema.Photo.ImageInfo;

/**
 * What a photo's pixels give.
 *
 * @param image their dimensions
 * @param vector of unit length; nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity.
record Encoded(ImageInfo image, float[] vector) {}
