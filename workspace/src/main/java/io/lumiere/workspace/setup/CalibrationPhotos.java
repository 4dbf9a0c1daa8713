package io.lumiere.workspace.setup;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import io.lumiere.gallery.SampleArchive;
import io.lumiere.images.ImageDecoder;
import io.lumiere.images.ImageException;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.PhotoFiles;
import io.lumiere.workspace.Home;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Photos to calibrate an 8-bit model with. They are real ones: drawings have other colours, edges
 * and noise than what the model will see. Not thread-safe.
 */
public final class CalibrationPhotos {
  /** How many photos a model is calibrated with. */
  public static final int COUNT = 48;

  /** More than any image side takes, so that what comes out is shrunk, as photos are. */
  private static final int SIDE = 448;

  private final Home home;

  CalibrationPhotos(Home home) {
    this.home = home;
  }

  /**
   * The folder of photos to take.
   *
   * @param given what the user named; null for the photos of the user's index or, where there is
   *     none, those that the demo has obtained
   * @throws LumiereException if no photo is at hand, or the named folder is not there
   */
  Path folder(@Nullable Path given) {
    return given != null ? existing(given) : atHand();
  }

  private Path atHand() {
    return Stream.of(indexed(), Optional.of(home.demo().resolve("photos")))
        .flatMap(Optional::stream)
        .filter(folder -> Files.isDirectory(folder) && !SampleArchive.isPainted(folder))
        .findFirst()
        .orElseThrow(() ->
            new LumiereException(
                Fault.NO_CALIBRATION_PHOTOS,
                "int8 is calibrated with photos, and there are none: no index is in "
                    + home.index(null)
                    + " and the demo has obtained none"));
  }

  /** The photos of the user's index; none if there is no such index, or none that can be read. */
  private Optional<Path> indexed() {
    try {
      return Indexer.metadata(home.index(null)).map(index -> Path.of(index.archive()));
    } catch (LumiereException e) {
      return Optional.empty(); // Its photos are not all that may serve.
    }
  }

  /**
   * Reads some of a folder's photos, spread evenly over them and their folders. What cannot be read
   * is passed over.
   *
   * @throws LumiereException if the folder holds no photo that can be read
   */
  static List<RgbImage> read(Path folder) {
    List<Path> files = files(existing(folder));
    int wanted = Math.min(COUNT, files.size());
    List<RgbImage> images = new ArrayList<>();
    int unreadable = 0;
    for (int i = 0; i < wanted; i++) {
      Path file = files.get((int) ((long) i * files.size() / wanted));
      try {
        images.add(
            new ImageDecoder()
                .decode(Files.readAllBytes(file), file.getFileName().toString(), SIDE)
                .image());
      } catch (ImageException | IOException e) {
        unreadable++; // Not a photo, or a damaged one: the others serve.
      }
    }
    if (images.isEmpty()) {
      throw new LumiereException(
          Fault.NO_CALIBRATION_PHOTOS,
          wanted == 0
              ? "there is no photo in " + folder
              : "none of " + unreadable + " photos in " + folder + " can be read");
    }
    return images;
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (mayServe(file, attributes)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new LumiereException(folder + " cannot be read: " + e, e);
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private static boolean mayServe(Path file, BasicFileAttributes attributes) {
    String name = file.getFileName().toString();
    return attributes.isRegularFile()
        && attributes.size() <= PhotoFiles.MAX_BYTES
        && !name.startsWith(".")
        && PhotoFiles.isNamedAsPhoto(name);
  }

  private static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new LumiereException("there is no folder " + folder + " to take photos from");
    }
    return folder;
  }
}
