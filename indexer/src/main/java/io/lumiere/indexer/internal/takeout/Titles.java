package io.lumiere.indexer.internal.takeout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The title in a JSON file: the name that the photo had before it was cut or numbered. */
public final class Titles {
  /** Titles stand first; a file that is larger is not of one photo. */
  private static final int MAX_BYTES = 1 << 20;

  private static final JsonFactory JSON = new JsonFactory();

  private Titles() {}

  /** Reads the title; null if the file has none or cannot be read. */
  public static @Nullable String read(Path file) {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = JSON.createParser(in.readNBytes(MAX_BYTES))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean title = parser.currentName().equals("title");
        JsonToken value = parser.nextToken();
        if (title) {
          return value == JsonToken.VALUE_STRING ? parser.getText() : null;
        }
        parser.skipChildren();
      }
      return null;
    } catch (IOException e) {
      return null; // The reader of the photo's metadata reports what is wrong with the file.
    }
  }

  /**
   * The only one of {@code photos} that this title fits; null if there is none or more than one.
   */
  static @Nullable Photo onlyOne(String title, List<Photo> photos) {
    PhotoName name = PhotoName.of(PlainNames.of(title));
    Photo found = null;
    for (Photo photo : photos) {
      if (fits(name, photo.plain())) {
        if (found != null) {
          return null;
        }
        found = photo;
      }
    }
    return found;
  }

  /** Whether a photo has this title as its name, apart from a number and the cut of a long name. */
  private static boolean fits(PhotoName title, PhotoName photo) {
    return title.extension().equals(photo.extension())
        && photo.stems().stream()
            .map(NumberedName::text)
            .anyMatch(stem ->
                title.stem().equals(stem)
                    || (stem.length() >= JsonNames.SHORTEST_CUT && title.stem().startsWith(stem)));
  }
}
