package io.lumiere.models.starter;

/** Names of the files in a starter model's folder. */
final class StarterFiles {
  static final String IMAGE_PARAM = "image.param";
  static final String IMAGE_BIN = "image.bin";
  static final String TEXT_PARAM = "text.param";
  static final String TEXT_BIN = "text.bin";
  static final String VOCABULARY = "vocab.txt";
  static final String BRIDGE = "bridge.bin";

  private StarterFiles() {}
}
