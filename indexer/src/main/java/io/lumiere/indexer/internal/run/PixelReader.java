package io.lumiere.indexer.internal.run;

import io.lumiere.base.LumiereException;
import io.lumiere.images.AverageColour;
import io.lumiere.images.DecodedImage;
import io.lumiere.images.ImageDecoder;
import io.lumiere.images.ImageException;
import io.lumiere.images.PassingImageException;
import io.lumiere.indexer.StageTimes.Stage;
import io.lumiere.schema.ImageInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** Decodes photos, each once, and encodes them by all models that are at hand. Thread-safe. */
final class PixelReader {
  private final ImageDecoder decoder;
  private final AverageColour averageColour = new AverageColour();
  private final List<FieldEncoder> encoders;

  private final StageClock clock;
  private final BooleanSupplier abandoned;

  /**
   * Reads by these encoders.
   *
   * @param abandoned whether nobody waits for the result any more; decoding of a photo then ends
   *     early
   */
  PixelReader(List<FieldEncoder> encoders, StageClock clock, BooleanSupplier abandoned) {
    this.encoders = List.copyOf(encoders);
    this.clock = clock;
    this.decoder = new ImageDecoder(() -> clock.beginPart(Stage.DECODE, Stage.WAIT_FOR_MEMORY));
    this.abandoned = abandoned;
  }

  /** The fields that it has encoders for, without those that {@code vectors} has. */
  Set<String> fieldsBeyond(Map<String, float[]> vectors) {
    Set<String> fields = new TreeSet<>();
    encoders.forEach(encoder -> fields.add(encoder.field()));
    fields.removeAll(vectors.keySet());
    return fields;
  }

  /** Reads the pixels of a file for all fields; see {@link #read(byte[], String, Set)}. */
  EncodedPhoto read(byte[] bytes, String name) throws FileFailure {
    return read(bytes, name, fieldsBeyond(Map.of()));
  }

  /**
   * Reads the pixels of a file for some fields.
   *
   * @throws LumiereException if an encoder does not work at all
   */
  EncodedPhoto read(byte[] bytes, String name, Set<String> fields) throws FileFailure {
    List<FieldEncoder> wanted =
        encoders.stream().filter(encoder -> fields.contains(encoder.field())).toList();
    int imageSize = wanted.stream().mapToInt(FieldEncoder::imageSize).max().orElse(1);
    try {
      DecodedImage decoded = clock.time(Stage.DECODE, () -> decode(bytes, name, imageSize));
      Map<String, float[]> vectors = new TreeMap<>();
      for (FieldEncoder encoder : wanted) {
        vectors.put(
            encoder.field(), clock.time(Stage.ENCODE, () -> encoder.encode(decoded.image())));
      }
      return new EncodedPhoto(info(decoded, bytes, name), vectors);
    } catch (OutOfMemoryError e) {
      throw Memory.failure(e);
    }
  }

  private ImageInfo info(DecodedImage decoded, byte[] bytes, String name) {
    return new ImageInfo(
        decoded.width(),
        decoded.height(),
        decoded.orientation(),
        decoded.format(),
        averageColour.of(decoded.image(), bytes, name));
  }

  private DecodedImage decode(byte[] bytes, String name, int minShortSide) throws FileFailure {
    try {
      return decoder.decode(bytes, name, minShortSide, abandoned);
    } catch (PassingImageException e) {
      throw FileFailure.passing(String.valueOf(e.getMessage()), e);
    } catch (ImageException e) {
      throw FileFailure.ofContent(String.valueOf(e.getMessage()), e);
    } catch (LumiereException e) {
      // The error is not about this photo: no photo can be decoded.
      throw e;
    } catch (RuntimeException e) {
      throw FileFailure.ofContent("it cannot be decoded: " + e, e);
    }
  }
}
