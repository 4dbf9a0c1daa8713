package io.lumiere.models.internal.family;

import static io.lumiere.models.internal.family.Settings.CONFIG;
import static io.lumiere.models.internal.family.Settings.OPEN_CLIP;
import static io.lumiere.models.internal.family.Settings.PREPROCESSOR;

import io.lumiere.base.LumiereException;
import io.lumiere.models.convert.Activation;
import io.lumiere.models.internal.preprocess.ChannelValues;
import io.lumiere.models.internal.preprocess.Filter;
import io.lumiere.models.internal.preprocess.Fit;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What nearly all CLIP models have in common, and what the files beside one may say instead. */
final class ClipDefaults {
  /** Means and standard deviations of OpenAI's training images. */
  static final ChannelValues MEAN =
      new ChannelValues((float) 0.48145466, (float) 0.4578275, (float) 0.40821073);

  static final ChannelValues STD =
      new ChannelValues((float) 0.26862954, (float) 0.26130258, (float) 0.27577711);

  static final float EPSILON = 1e-5f;

  /** Each head of an attention is this wide, in all of OpenAI's models. */
  static final int HEAD_WIDTH = 64;

  /** Sentences that labels are put into; the label alone is the first. */
  static final List<String> TEMPLATES =
      List.of(
          "{}",
          "a photo of {}.",
          "a photo that shows {}.",
          "a snapshot of {}, taken on a trip.",
          "{}, seen from close by.",
          "a blurry photo of {}.");

  private static final int PIL_BILINEAR = 2;
  private static final int PIL_BICUBIC = 3;

  private ClipDefaults() {}

  /** Preprocessing as the files say, and where they are silent as {@code fallback} has it. */
  static Preprocessing preprocessing(Settings settings, Preprocessing fallback) {
    return new Preprocessing(
        fallback.size(),
        fit(settings).orElse(fallback.fit()),
        filter(settings).orElse(fallback.filter()),
        cropFraction(settings, fallback),
        channels(settings, "mean", "image_mean").orElse(fallback.mean()),
        channels(settings, "std", "image_std").orElse(fallback.std()));
  }

  /** CLIP's own: shorter side by bicubic, middle square, OpenAI's means. */
  static Preprocessing clip(int size) {
    return new Preprocessing(size, Fit.CENTRE_CROP, Filter.BICUBIC, 1, MEAN, STD);
  }

  private static Optional<Fit> fit(Settings settings) {
    Optional<String> mode = settings.text(OPEN_CLIP, "preprocess_cfg", "resize_mode");
    if (mode.isPresent()) {
      return Optional.of(
          switch (mode.get()) {
            case "shortest" -> Fit.CENTRE_CROP;
            case "squash" -> Fit.SQUASH;
            default ->
                throw new LumiereException(
                    OPEN_CLIP
                        + " has the resize_mode '"
                        + mode.get()
                        + "'; shortest, squash are known");
          });
    }
    if (!settings.has(PREPROCESSOR)) {
      return Optional.empty();
    }
    boolean crop = settings.truth(PREPROCESSOR, "do_center_crop").orElse(false);
    return Optional.of(crop ? Fit.CENTRE_CROP : Fit.SQUASH);
  }

  /**
   * Hugging Face's files name both sides in pixels: to what the shorter one is resized, and what is
   * cut out of that.
   */
  private static double cropFraction(Settings settings, Preprocessing fallback) {
    OptionalInt resized = side(settings, "size", "shortest_edge");
    OptionalInt cropped = side(settings, "crop_size", "height");
    boolean crops = settings.truth(PREPROCESSOR, "do_center_crop").orElse(false);
    if (settings.has(OPEN_CLIP) || !crops || resized.isEmpty() || cropped.isEmpty()) {
      return fallback.cropFraction();
    }
    int crop = cropped.getAsInt();
    int edge = resized.getAsInt();
    if (crop != fallback.size() || edge < crop) {
      throw new LumiereException(
          PREPROCESSOR
              + " resizes to "
              + edge
              + " and cuts out "
              + crop
              + " pixels; the weights take "
              + fallback.size()
              + ", out of as many or more");
    }
    double fraction = (double) crop / edge;
    // The side is computed again from it, and rounded down.
    return Math.floor(crop / fraction) < edge ? Math.nextDown(fraction) : fraction;
  }

  /** Older files have a number alone. */
  private static OptionalInt side(Settings settings, String name, String part) {
    OptionalInt alone = settings.integer(PREPROCESSOR, name);
    return alone.isPresent() ? alone : settings.integer(PREPROCESSOR, name, part);
  }

  private static Optional<Filter> filter(Settings settings) {
    Optional<String> name = settings.text(OPEN_CLIP, "preprocess_cfg", "interpolation");
    if (name.isPresent()) {
      return Optional.of(
          switch (name.get()) {
            case "bicubic" -> Filter.BICUBIC;
            case "bilinear" -> Filter.BILINEAR;
            default ->
                throw new LumiereException(
                    OPEN_CLIP
                        + " has the interpolation '"
                        + name.get()
                        + "'; bicubic, bilinear are known");
          });
    }
    int number = settings.number(PREPROCESSOR, "resample").map(Double::intValue).orElse(0);
    return switch (number) {
      case 0 -> Optional.empty();
      case PIL_BILINEAR -> Optional.of(Filter.BILINEAR);
      case PIL_BICUBIC -> Optional.of(Filter.BICUBIC);
      default ->
          throw new LumiereException(
              PREPROCESSOR + " has the resample number " + number + "; 2 and 3 are known");
    };
  }

  private static Optional<ChannelValues> channels(
      Settings settings, String openClip, String huggingFace) {
    Optional<double[]> values =
        settings
            .numbers(OPEN_CLIP, "preprocess_cfg", openClip)
            .or(() -> settings.numbers(PREPROCESSOR, huggingFace));
    return values
        .filter(v -> v.length == 3)
        .map(v -> new ChannelValues((float) v[0], (float) v[1], (float) v[2]));
  }

  /** The activation of a tower: a person's word, then the files', then {@code fallback}. */
  static Activation activation(Settings settings, String part, Activation fallback) {
    if (settings.activation().isPresent()) {
      return settings.activation().get();
    }
    Optional<Boolean> quick = settings.truth(OPEN_CLIP, "model_cfg", "quick_gelu");
    if (settings.has(OPEN_CLIP)) {
      return quick.orElse(false) ? Activation.QUICK_GELU : Activation.GELU;
    }
    Optional<String> name = settings.text(CONFIG, part, "hidden_act");
    return name.map(Activation::named).orElse(fallback);
  }
}
