package io.lumiere.models.internal.family;

import io.lumiere.models.Scoring;
import io.lumiere.models.internal.family.Conversion.TextInput;
import io.lumiere.models.internal.preprocess.ChannelValues;
import io.lumiere.models.internal.preprocess.Filter;
import io.lumiere.models.internal.preprocess.Fit;
import io.lumiere.models.internal.preprocess.Preprocessing;

/** What SigLIP's models have in common, whoever names their parts. */
final class Siglip {
  /** SigLIP's vocabularies have 32,000 or 250,000 pieces, and SigLIP 2's 256,000. */
  private static final int SECOND = 256_000;

  private static final int PAD = 1;
  private static final int SECOND_PAD = 0;
  private static final ChannelValues HALF = new ChannelValues(0.5f, 0.5f, 0.5f);

  private Siglip() {}

  /** Whether a model with a vocabulary of this size is SigLIP 2. */
  static boolean second(int vocabulary) {
    return vocabulary >= SECOND;
  }

  /** Such as {@code SigLIP 2 ViT-B/16}. */
  static String title(SiglipVision vision, int vocabulary) {
    return (second(vocabulary) ? "SigLIP 2 " : "SigLIP ") + vision.title();
  }

  /** Texts are padded to the full length, and the padding is not masked. */
  static TextInput input(TextTransformer text, int vocabulary) {
    return TextInput.padded(text.places(), second(vocabulary) ? SECOND_PAD : PAD);
  }

  static Preprocessing preprocessing(int size, Filter filter) {
    return new Preprocessing(size, Fit.SQUASH, filter, 1, HALF, HALF);
  }

  /** Each label by itself: a sigmoid of a scaled cosine and a learned bias. */
  static Scoring scoring(Tensors tensors) {
    return new Scoring(
        Scoring.Kind.SIGMOID,
        Math.exp(tensors.scalar("logit_scale")),
        tensors.scalar("logit_bias"));
  }
}
