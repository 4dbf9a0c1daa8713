package io.lumiere.models.clip;

/** Names of the files in a CLIP model's folder, besides those of its tokenizer. */
final class ClipFiles {
  static final String CONFIG = "clip.json";
  static final String IMAGE_PARAM = "image.param";
  static final String IMAGE_BIN = "image.bin";
  static final String TEXT_PARAM = "text.param";
  static final String TEXT_BIN = "text.bin";
  static final String ROWS = "rows.bin";

  private ClipFiles() {}
}
