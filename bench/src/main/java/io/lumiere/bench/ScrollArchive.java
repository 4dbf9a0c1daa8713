package io.lumiere.bench;

import io.lumiere.base.Sha256;
import io.lumiere.gallery.PaintedPictures;
import io.lumiere.gallery.PaintedPictures.Picture;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.PhotoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes what {@code ./lumiere bench scroll} scrolls through: an index of invented photos, each of
 * which is one of 500 painted pictures, so that the gallery has a thumbnail for every one.
 * Argument: a folder, and how many photos (default 1,000,000). What is there already stays.
 */
public final class ScrollArchive {
  private static final int PICTURES = 500;

  /** Scrolling asks for no vector, and a graph of a million long ones takes half an hour. */
  private static final int DIMENSION = 4;

  private ScrollArchive() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    Path index = folder.resolve("index");
    if (Files.exists(index)) {
      return;
    }
    Path photos = folder.resolve("photos");
    List<Picture> pictures = PaintedPictures.write(photos, PICTURES);
    Path unfinished = folder.resolve("index.unfinished");
    new SyntheticArchive(DIMENSION, new PaintedFiles(photos, pictures))
        .write(unfinished, count, photos);
    Files.move(unfinished, index);
  }

  /** Each picture is the file of many photos. */
  private static final class PaintedFiles implements SyntheticArchive.PhotoFiles {
    private final List<Picture> pictures;
    private final List<PhotoFile> files;

    PaintedFiles(Path root, List<Picture> pictures) throws IOException {
      this.pictures = pictures;
      PhotoFile[] made = new PhotoFile[pictures.size()];
      for (int i = 0; i < made.length; i++) {
        Path file = pictures.get(i).file();
        made[i] =
            new PhotoFile(
                root.relativize(file).toString(),
                Sha256.of(file),
                Files.size(file),
                Files.getLastModifiedTime(file).toInstant());
      }
      this.files = List.of(made);
    }

    @Override
    public PhotoFile file(int number) {
      return files.get(picture(number));
    }

    @Override
    public ImageInfo image(int number) {
      Picture picture = pictures.get(picture(number));
      return new ImageInfo(picture.width(), picture.height(), 1, "jpeg", picture.averageColour());
    }

    /** Spread, so that neighbours differ. */
    private int picture(int number) {
      return (int) ((number * 0x9E3779B97F4A7C15L) >>> 33) % pictures.size();
    }
  }
}
