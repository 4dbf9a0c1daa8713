package io.lumiere.web.media;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.EmbeddedFilm;
import io.lumiere.schema.Traits;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/** Serves the film of a live photo, from its own file or from the photo's. Thread-safe. */
final class LiveFilm {
  static final String MP4 = "video/mp4";
  static final String QUICKTIME = "video/quicktime";

  /** Types of the box that a film begins with; of old QuickTime films not all have the first. */
  private static final Set<String> FIRST_BOXES =
      Set.of("ftyp", "moov", "wide", "mdat", "skip", "free");

  private static final int HEAD = 12;

  /** The file of a photo with its film is read into memory. */
  private static final long MOST_BYTES = 128L << 20;

  private LiveFilm() {}

  /**
   * The film.
   *
   * @throws HttpProblem of status 404 if there is none, or its file is gone
   */
  static Reply reply(IndexedFile file) {
    String film = file.photo().traits().livePhoto();
    if (film == null) {
      throw HttpProblem.notFound("this photo has no film");
    }
    return film.equals(Traits.EMBEDDED) ? embedded(file) : separate(file, film);
  }

  private static Reply embedded(IndexedFile file) {
    if (file.photo().file().size() > MOST_BYTES) {
      throw HttpProblem.notFound("the photo's file is too large to look for a film in it");
    }
    ByteView film = EmbeddedFilm.find(ByteView.of(file.read()));
    if (film == null) {
      throw HttpProblem.notFound("the film of this photo is not in its file");
    }
    return Reply.bytes(film.copy(), type(film)).etag(file.photo().file().contentHash() + "-film");
  }

  private static Reply separate(IndexedFile file, String path) {
    ArchivePath found = ArchivePath.resolve(file.root(), path);
    Path real = found.file();
    // The index has no hash of a film: a link leads to the right one if its photo is beside it.
    if (!found.isInside() && !Objects.equals(real.getParent(), file.path().getParent())) {
      throw HttpProblem.notFound("a link leads out of the archive, and not to the photo's folder");
    }
    try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      ByteView head = ByteView.of(in.readNBytes(HEAD));
      if (head.length() < HEAD || !FIRST_BOXES.contains(head.latin(4, 4))) {
        throw HttpProblem.notFound("the film of this photo is not an MP4 or QuickTime film");
      }
      String tag =
          Long.toHexString(Files.size(real))
              + "-"
              + Long.toHexString(Files.getLastModifiedTime(real).toMillis());
      return Reply.file(real, type(head)).etag(tag);
    } catch (IOException e) {
      throw ArchivePath.unreadable(e);
    }
  }

  private static String type(ByteView film) {
    String brand = film.has(4, "ftyp") ? film.latin(8, 4) : null;
    return brand == null || brand.equals("qt  ") ? QUICKTIME : MP4;
  }
}
