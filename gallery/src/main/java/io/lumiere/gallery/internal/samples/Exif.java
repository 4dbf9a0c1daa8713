package io.lumiere.gallery.internal.samples;

import static org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryType.EXIF_DIRECTORY_EXIF_IFD;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.imaging.ImagingException;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.taginfos.TagInfoAscii;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/** The EXIF block of a sample. */
final class Exif {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  // EXIF 2.31; commons-imaging does not list it.
  private static final TagInfoAscii OFFSET_TIME_ORIGINAL =
      new TagInfoAscii("OffsetTimeOriginal", 0x9011, 7, EXIF_DIRECTORY_EXIF_IFD);

  private Exif() {}

  static TiffOutputSet of(Sample sample, int orientation) throws ImagingException {
    TiffOutputSet set = new TiffOutputSet();
    String dateTime = DATE_TIME.format(sample.taken());

    TiffOutputDirectory image = set.getOrCreateRootDirectory();
    image.add(TiffTagConstants.TIFF_TAG_MAKE, sample.camera().make());
    image.add(TiffTagConstants.TIFF_TAG_MODEL, sample.camera().model());
    image.add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) orientation);
    image.add(TiffTagConstants.TIFF_TAG_DATE_TIME, dateTime);
    image.add(TiffTagConstants.TIFF_TAG_ARTIST, sample.author());
    image.add(TiffTagConstants.TIFF_TAG_COPYRIGHT, sample.licence());

    TiffOutputDirectory exif = set.getOrCreateExifDirectory();
    exif.add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, dateTime);
    exif.add(OFFSET_TIME_ORIGINAL, OFFSET.format(sample.taken()));
    exif.add(ExifTagConstants.EXIF_TAG_LENS_MODEL, sample.camera().lens());
    addExposure(exif, sample.exposure());

    if (sample.position().isPresent()) {
      Sample.Position position = sample.position().get();
      set.setGpsInDegrees(position.longitude(), position.latitude());
    }
    return set;
  }

  private static void addExposure(TiffOutputDirectory exif, Exposure exposure)
      throws ImagingException {
    exif.add(
        ExifTagConstants.EXIF_TAG_EXPOSURE_TIME,
        new RationalNumber(exposure.seconds().numerator(), exposure.seconds().denominator()));
    exif.add(ExifTagConstants.EXIF_TAG_FNUMBER, RationalNumber.valueOf(exposure.aperture()));
    exif.add(ExifTagConstants.EXIF_TAG_ISO, (short) exposure.iso());
    exif.add(
        ExifTagConstants.EXIF_TAG_FOCAL_LENGTH, RationalNumber.valueOf(exposure.focalLength()));
  }
}
