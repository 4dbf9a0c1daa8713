package io.lumiere.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/**
 * EXIF of photos that nobody took: a camera and a date, a place in two of five, a caption in a
 * third, nothing at all in a fifth.
 */
final class SmallExif {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);

  private static final String[] WORDS = {
    "beach", "dinner", "birthday", "garden", "mountain", "train", "market", "snow", "harbour",
    "family", "wedding", "concert", "lake", "bridge", "forest", "school", "castle", "river"
  };

  private SmallExif() {}

  /** The JPEG file of a photo with its EXIF. */
  static byte[] added(byte[] jpeg, int number, SplittableRandom random) throws IOException {
    if (number % 5 == 0) {
      return jpeg;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(jpeg.length + 512);
    write(jpeg, number, random, whole);
    return whole.toByteArray();
  }

  private static void write(byte[] jpeg, int number, SplittableRandom random, OutputStream out)
      throws IOException {
    TiffOutputSet set = new TiffOutputSet();
    TiffOutputDirectory image = set.getOrCreateRootDirectory();
    if (number % 3 == 0) {
      image.add(TiffTagConstants.TIFF_TAG_IMAGE_DESCRIPTION, caption(number, random));
    }
    image.add(TiffTagConstants.TIFF_TAG_MAKE, "Maker " + number % 7);
    image.add(TiffTagConstants.TIFF_TAG_MODEL, "Model " + number % 40);
    set.getOrCreateExifDirectory()
        .add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, DATE.format(date(number)));
    if (number % 5 < 3) {
      set.setGpsInDegrees(random.nextDouble(-180, 180), random.nextDouble(-70, 70));
    }
    new ExifRewriter().updateExifMetadataLossless(jpeg, out, set);
  }

  /** Photos of an event are minutes apart. */
  private static LocalDateTime date(int number) {
    return LocalDateTime.of(2000, 1, 1, 9, 0)
        .plusDays(number / 100L)
        .plusMinutes(number % 100 * 5L)
        .plusSeconds(number % 60);
  }

  private static String caption(int number, SplittableRandom random) {
    StringBuilder caption = new StringBuilder("Photo " + number);
    for (int i = random.nextInt(2, 8); i > 0; i--) {
      caption.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return caption.toString();
  }
}
