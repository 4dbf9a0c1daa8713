package io.lumiere.indexer.internal.run;

import io.lumiere.schema.ImageInfo;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a photo's pixels give.
 *
 * @param image their dimensions and average colour
 * @param vectors of unit length, by field; nobody changes the arrays
 */
record EncodedPhoto(ImageInfo image, Map<String, float[]> vectors) {
  EncodedPhoto {
    vectors = Map.copyOf(vectors);
  }

  /** This with the vectors of fields that it lacks, and with what it lacks of the image. */
  EncodedPhoto with(EncodedPhoto more) {
    Map<String, float[]> all = new TreeMap<>(more.vectors);
    all.putAll(vectors);
    return new EncodedPhoto(image.completedBy(more.image), all);
  }
}
