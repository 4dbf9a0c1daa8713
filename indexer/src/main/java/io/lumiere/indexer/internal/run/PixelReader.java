package io.lumiere.indexer.internal.run;

import io.lumiere.models.DecodedImage;
import io.lumiere.models.ImageDecoder;
import io.lumiere.models.ImageEncoder;
import io.lumiere.models.ImageException;
import io.lumiere.schema.LumiereException;
import io.lumiere.schema.Photo.ImageInfo;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decodes and encodes photos. Thread-safe. */
final class PixelReader {
  /** So many encoder errors in a row are the encoder's fault, not the photos'. */
  private static final int MAX_ENCODER_ERRORS = 20;

  private final ImageDecoder decoder = new ImageDecoder();
  private final Supplier<ImageEncoder> supplier;
  private final int dimension;
  private final AtomicInteger encoderErrors = new AtomicInteger();
  private @Nullable ImageEncoder encoder;

  PixelReader(Supplier<ImageEncoder> supplier, int dimension) {
    this.supplier = supplier;
    this.dimension = dimension;
  }

  /**
   * Reads the pixels of a file.
   *
   * @throws LumiereException if the encoder does not work at all
   */
  Encoded read(byte[] bytes, String name) throws FileFailure {
    ImageEncoder network = encoder();
    try {
      DecodedImage decoded = decode(bytes, name, network.imageSize());
      float[] vector = encode(network, decoded);
      return new Encoded(
          new ImageInfo(decoded.width(), decoded.height(), decoded.orientation(), decoded.format()),
          vector);
    } catch (OutOfMemoryError e) {
      throw Memory.failure(e);
    }
  }

  private DecodedImage decode(byte[] bytes, String name, int minShortSide) throws FileFailure {
    try {
      return decoder.decode(bytes, name, minShortSide);
    } catch (ImageException e) {
      throw FileFailure.ofContent(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      throw FileFailure.ofContent("it cannot be decoded: " + e, e);
    }
  }

  private float[] encode(ImageEncoder network, DecodedImage decoded) throws FileFailure {
    float[] vector;
    try {
      vector = network.encode(decoded.image());
    } catch (RuntimeException e) {
      if (encoderErrors.incrementAndGet() >= MAX_ENCODER_ERRORS) {
        throw new LumiereException(
            "the model fails on every photo, the last time with: " + e.getMessage(), e);
      }
      throw FileFailure.passing("it cannot be encoded: " + e.getMessage(), e);
    }
    if (vector.length != dimension) {
      throw new LumiereException(
          "the model gives vectors of "
              + vector.length
              + " dimensions and says that they have "
              + dimension);
    }
    encoderErrors.set(0);
    return vector;
  }

  private synchronized ImageEncoder encoder() {
    if (encoder == null) {
      encoder = supplier.get();
    }
    return encoder;
  }
}
