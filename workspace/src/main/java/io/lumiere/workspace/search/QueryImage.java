package io.lumiere.workspace.search;

import io.lumiere.base.LumiereException;
import io.lumiere.images.DecodedImage;
import io.lumiere.images.ImageDecoder;
import io.lumiere.images.ImageException;
import io.lumiere.indexer.PhotoFiles;
import io.lumiere.models.DualEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Turns a picture that is searched with into a vector. Thread-safe. */
public final class QueryImage {
  private QueryImage() {}

  public static float[] encode(Path file, DualEncoder encoder) {
    try {
      if (Files.size(file) > PhotoFiles.MAX_BYTES) {
        throw new LumiereException(
            String.format(
                Locale.ROOT,
                "%s is larger than the %,d bytes that are read",
                file,
                PhotoFiles.MAX_BYTES));
      }
      byte[] bytes = Files.readAllBytes(file);
      DecodedImage decoded =
          new ImageDecoder()
              .decode(bytes, file.getFileName().toString(), encoder.images().imageSize());
      return encoder.images().encode(decoded.image());
    } catch (ImageException e) {
      throw new LumiereException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new LumiereException(
          Files.isRegularFile(file)
              ? file + " cannot be read: " + e.getMessage()
              : Files.isDirectory(file)
                  ? file + " is a folder: name a picture"
                  : "there is no file " + file,
          e);
    }
  }
}
