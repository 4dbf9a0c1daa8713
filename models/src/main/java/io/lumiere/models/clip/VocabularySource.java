package io.lumiere.models.clip;

import java.nio.file.Path;

/**
 * Obtains packages that carry vocabularies, for checkpoints that come without theirs. For one
 * thread.
 */
@FunctionalInterface
public interface VocabularySource {
  /** The package with CLIP's merges. */
  String CLIP = "open_clip_torch";

  /** The package with Chinese-CLIP's vocabulary. */
  String CHINESE_CLIP = "cn_clip";

  /**
   * The package's file.
   *
   * @param name {@link #CLIP} or {@link #CHINESE_CLIP}
   * @throws io.lumiere.base.LumiereException if it cannot be had
   */
  Path wheel(String name);
}
