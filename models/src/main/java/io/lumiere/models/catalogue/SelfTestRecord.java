package io.lumiere.models.catalogue;

import java.util.List;

/**
 * What a model made of some inputs when it was added.
 *
 * @param inputs what was encoded
 * @param imageVectors one for each image
 * @param textVectors one for each text
 */
record SelfTestRecord(
    SelfTest.Inputs inputs, List<float[]> imageVectors, List<float[]> textVectors) {
  SelfTestRecord {
    if (imageVectors.size() != inputs.images().size()
        || textVectors.size() != inputs.texts().size()) {
      throw new IllegalArgumentException("a vector is expected for each input");
    }
  }
}
