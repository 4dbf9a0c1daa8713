package io.lumiere.gallery;

import io.lumiere.gallery.internal.samples.ArchiveWriter;
import io.lumiere.gallery.internal.samples.Credits;
import io.lumiere.gallery.internal.samples.Manifest;
import io.lumiere.gallery.internal.samples.PaintedSource;
import io.lumiere.gallery.internal.samples.PhotoSource;
import io.lumiere.gallery.internal.samples.PictureSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the sample archive: a folder of photos, a {@code manifest.tsv} that gives each one's
 * source, author and licence, and a {@code captions.tsv} of lines {@code path<TAB>caption} to
 * measure searches with. Dates, cameras and places of the photos are invented.
 *
 * <p>Thread-safe for different folders; one folder must be made by one thread at a time.
 */
public final class SampleArchive {
  /** With fewer photos than this from the packages, the archive is painted instead. */
  public static final int FEWEST_PHOTOS = 25;

  private static final int LONG_SIDE = 1600;

  /**
   * What was made.
   *
   * @param painted whether the photos are painted scenes
   * @param photos number of photos in the archive
   * @param written how many of them this run wrote; the others were there, unchanged
   * @param credits a line for each author, such as {@code Ian Hex (LGPLv3): Evening Glow}
   */
  public record Result(boolean painted, int photos, int written, List<String> credits) {
    public Result {
      credits = List.copyOf(credits);
    }
  }

  private SampleArchive() {}

  /**
   * Makes or completes the archive. A photo that an earlier run has written and nobody has changed
   * is left as it is, so its modification time stays. Files that are not the archive's own are
   * never touched.
   *
   * @param dir folder of the archive; made if it is not there
   * @param packageRoots folders into which the packages {@code lomiri-wallpapers-16.04}, {@code
   *     mate-backgrounds} and {@code plasma-workspace-wallpapers} were unpacked (each holds {@code
   *     usr/share}); none to paint the photos
   * @param progress gets a line of text now and then, from several threads but one at a time
   * @throws GalleryException if one of {@code packageRoots} is not a folder, or a file can't be
   *     read or written
   */
  public static Result create(Path dir, List<Path> packageRoots, Consumer<String> progress) {
    return create(dir, packageRoots, progress, LONG_SIDE);
  }

  /** Whether a folder is an archive that {@link #create} made of painted scenes. */
  public static boolean isPainted(Path dir) {
    return Manifest.isPainted(dir);
  }

  /**
   * The same with painted scenes of another size: to paint takes as long as there are pixels.
   *
   * @param longSide pixels of a painted scene's longer side, 1600 with the method above
   */
  public static Result create(
      Path dir, List<Path> packageRoots, Consumer<String> progress, int longSide) {
    if (!packageRoots.isEmpty()) {
      PhotoSource photos = photos(packageRoots);
      if (photos.samples().size() >= FEWEST_PHOTOS) {
        return write(dir, photos, progress);
      }
      progress.accept(
          "only %d of the sample photos are under %s: painting scenes instead"
              .formatted(photos.samples().size(), packageRoots));
    }
    return write(dir, new PaintedSource(longSide), progress);
  }

  private static Result write(Path dir, PictureSource source, Consumer<String> progress) {
    int written = new ArchiveWriter(dir, source, progress).write();
    return new Result(
        source.painted(), source.samples().size(), written, Credits.of(source.samples()));
  }

  private static PhotoSource photos(List<Path> packageRoots) {
    for (Path root : packageRoots) {
      if (!Files.isDirectory(root)) {
        throw new GalleryException(
            "%s is not a folder: expected one that a wallpaper package was unpacked into"
                .formatted(root));
      }
    }
    return new PhotoSource(packageRoots);
  }
}
