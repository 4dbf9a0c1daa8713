package io.lumiere.web.media;

import io.lumiere.base.Sha256;
import io.lumiere.images.PhotoContent;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.web.http.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/**
 * The file of a photo of the index, which is looked at before anything of it is served: it must be
 * what was indexed. Where a link leads out of the archive, as people link to folders on other
 * disks, that is known by the content alone: the link may lead to something else by now.
 * Thread-safe.
 *
 * @param root the folder of the archive
 */
public record IndexedFile(Path root, Photo photo) implements Thumbnails.Source {
  /** The largest file that is indexed, in bytes, so that no larger one is read into memory. */
  private static final long MOST_BYTES = 1L << 30;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** An imported index may hold any text for a hash, which names files of the cache and replies. */
  public IndexedFile {
    if (!HASH.matcher(photo.file().contentHash()).matches()) {
      throw HttpProblem.notFound("the content of this photo is not known: index it first");
    }
  }

  /**
   * Where the file is, its links resolved.
   *
   * @throws HttpProblem of status 404 if it is not there or is not served, 410 if it is not what
   *     was indexed
   */
  public Path path() {
    ArchivePath found = find();
    Path real = found.file();
    PhotoFile indexed = photo.file();
    try {
      BasicFileAttributes now =
          Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      boolean isUntouched =
          found.isInside()
              && now.lastModifiedTime().toMillis() == indexed.modified().toEpochMilli();
      boolean isSame =
          now.size() == indexed.size()
              && (isUntouched || Sha256.of(real).equals(indexed.contentHash()));
      if (!isSame) {
        throw changed();
      }
      return real;
    } catch (IOException e) {
      throw ArchivePath.unreadable(e);
    }
  }

  /** An imported index may hold the hash of any file, so what a link leads to must be a photo. */
  private ArchivePath find() {
    ArchivePath found = ArchivePath.resolve(root, photo.file().path());
    try {
      if (!found.isInside() && !PhotoContent.isPhoto(found.file())) {
        throw HttpProblem.notFound(
            "a link leads out of the archive, to a file that is not a photo");
      }
    } catch (IOException e) {
      throw ArchivePath.unreadable(e);
    }
    return found;
  }

  @Override
  public String name() {
    return photo.file().name();
  }

  /**
   * The file's bytes, which are surely those that were indexed.
   *
   * @throws HttpProblem as {@link #path} does
   */
  @Override
  public byte[] read() {
    Path real = find().file();
    byte[] bytes;
    try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      long size = photo.file().size();
      if (size > MOST_BYTES || Files.size(real) != size) {
        throw changed();
      }
      bytes = in.readNBytes((int) size);
    } catch (NoSuchFileException e) {
      throw ArchivePath.missing();
    } catch (IOException e) {
      throw ArchivePath.unreadable(e);
    }
    if (!Sha256.of(bytes).equals(photo.file().contentHash())) {
      throw changed();
    }
    return bytes;
  }

  private static HttpProblem changed() {
    return HttpProblem.gone("the photo's file has changed since it was indexed: index it again");
  }
}
