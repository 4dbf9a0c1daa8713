package io.lumiere.indexer.internal.metadata;

import static com.adobe.internal.xmp.XMPConst.NS_EXIF;
import static com.adobe.internal.xmp.XMPConst.NS_EXIF_AUX;
import static com.adobe.internal.xmp.XMPConst.NS_TIFF;
import static com.adobe.internal.xmp.XMPConst.NS_XMP;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_35MM_FILM_EQUIV_FOCAL_LENGTH;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_APERTURE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_BODY_SERIAL_NUMBER;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_EXPOSURE_TIME;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FLASH;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FNUMBER;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FOCAL_LENGTH;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ISO_EQUIVALENT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ISO_SPEED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_LENS_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MAKE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_RECOMMENDED_EXPOSURE_INDEX;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SHUTTER_SPEED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SOFTWARE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_STANDARD_OUTPUT_SENSITIVITY;

import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.exif.makernotes.FujifilmMakernoteDirectory;
import com.drew.metadata.exif.makernotes.LeicaMakernoteDirectory;
import com.drew.metadata.exif.makernotes.NikonType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusEquipmentMakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusMakernoteDirectory;
import com.drew.metadata.exif.makernotes.PanasonicMakernoteDirectory;
import com.drew.metadata.exif.makernotes.ReconyxHyperFire2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.ReconyxHyperFireMakernoteDirectory;
import com.drew.metadata.exif.makernotes.ReconyxUltraFireMakernoteDirectory;
import com.drew.metadata.exif.makernotes.SamsungType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.SigmaMakernoteDirectory;
import io.lumiere.indexer.internal.metadata.MakerNotes.NoteTag;
import io.lumiere.schema.Camera;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the camera and its settings: EXIF 2.32, tables 4 and 8, then makers' notes and XMP. */
final class CameraReader {
  private static final int MAX_NAME = 200;

  /** EXIF's 16-bit ISO value when the true one does not fit. */
  private static final int ISO_ELSEWHERE = 65_535;

  /** Fujifilm's and Panasonic's do not stand on the body, but tell one from another as well. */
  private static final List<NoteTag> SERIALS =
      List.of(
          new NoteTag(
              NikonType2MakernoteDirectory.class,
              NikonType2MakernoteDirectory.TAG_CAMERA_SERIAL_NUMBER),
          new NoteTag(
              NikonType2MakernoteDirectory.class,
              NikonType2MakernoteDirectory.TAG_CAMERA_SERIAL_NUMBER_2),
          new NoteTag(
              OlympusEquipmentMakernoteDirectory.class,
              OlympusEquipmentMakernoteDirectory.TAG_SERIAL_NUMBER),
          new NoteTag(
              OlympusMakernoteDirectory.class, OlympusMakernoteDirectory.TAG_SERIAL_NUMBER_1),
          new NoteTag(
              OlympusMakernoteDirectory.class, OlympusMakernoteDirectory.TAG_SERIAL_NUMBER_2),
          new NoteTag(
              PanasonicMakernoteDirectory.class,
              PanasonicMakernoteDirectory.TAG_INTERNAL_SERIAL_NUMBER),
          new NoteTag(
              FujifilmMakernoteDirectory.class, FujifilmMakernoteDirectory.TAG_SERIAL_NUMBER),
          new NoteTag(LeicaMakernoteDirectory.class, LeicaMakernoteDirectory.TAG_SERIAL_NUMBER),
          new NoteTag(SigmaMakernoteDirectory.class, SigmaMakernoteDirectory.TAG_SERIAL_NUMBER),
          new NoteTag(
              SamsungType2MakernoteDirectory.class, SamsungType2MakernoteDirectory.TagSerialNumber),
          new NoteTag(
              ReconyxHyperFireMakernoteDirectory.class,
              ReconyxHyperFireMakernoteDirectory.TAG_SERIAL_NUMBER),
          new NoteTag(
              ReconyxHyperFire2MakernoteDirectory.class,
              ReconyxHyperFire2MakernoteDirectory.TAG_SERIAL_NUMBER),
          new NoteTag(
              ReconyxUltraFireMakernoteDirectory.class,
              ReconyxUltraFireMakernoteDirectory.TAG_SERIAL_NUMBER));

  private static final Pattern ZEROS = Pattern.compile("[0\\W]*");

  private CameraReader() {}

  static Camera read(Tags tags) {
    String lens =
        text(
            tags.exifText(TAG_LENS_MODEL),
            MakerNotes.lens(tags),
            tags.xmp(XmpPrefixes.EXIF_EX, "LensModel"),
            tags.xmp(NS_EXIF_AUX, "Lens"));
    return Camera.builder()
        .make(text(tags.exifText(TAG_MAKE), tags.xmp(NS_TIFF, "Make")))
        .model(text(tags.exifText(TAG_MODEL), tags.xmp(NS_TIFF, "Model")))
        .serial(serial(tags))
        .lens(lens)
        .iso(iso(tags))
        .aperture(aperture(tags))
        .exposure(exposure(tags))
        .focalLength(millimetres(tags, TAG_FOCAL_LENGTH, "FocalLength"))
        .focalLength35(millimetres(tags, TAG_35MM_FILM_EQUIV_FOCAL_LENGTH, "FocalLengthIn35mmFilm"))
        .flash(flash(tags))
        .software(
            text(
                tags.exifText(TAG_SOFTWARE),
                tags.xmp(NS_XMP, "CreatorTool"),
                tags.xmp(NS_TIFF, "Software"),
                tags.png("Software")))
        .build();
  }

  /** The first that has a letter or digit: cameras write dashes for what they do not know. */
  private static @Nullable String text(@Nullable String... candidates) {
    for (String candidate : candidates) {
      String clean = Texts.clean(candidate, MAX_NAME);
      if (clean != null && clean.chars().anyMatch(Character::isLetterOrDigit)) {
        return clean;
      }
    }
    return null;
  }

  /** The first that is not zero: cameras write zeros for what they do not know. */
  private static @Nullable String serial(Tags tags) {
    return Stream.of(
            Optional.ofNullable(tags.exifText(TAG_BODY_SERIAL_NUMBER)),
            canonSerial(tags),
            Optional.ofNullable(MakerNotes.text(tags, SERIALS)),
            Optional.ofNullable(tags.xmp(XmpPrefixes.EXIF_EX, "BodySerialNumber")),
            Optional.ofNullable(tags.xmp(NS_EXIF_AUX, "SerialNumber")))
        .flatMap(Optional::stream)
        .filter(serial -> !ZEROS.matcher(serial).matches())
        .findFirst()
        .map(CameraReader::text)
        .orElse(null);
  }

  /** Canon keeps a number; ten digits stand on the body. */
  private static Optional<String> canonSerial(Tags tags) {
    return tags.blocks(CanonMakernoteDirectory.class).stream()
        .flatMap(note ->
            Stream.ofNullable(note.getLongObject(CanonMakernoteDirectory.TAG_CANON_SERIAL_NUMBER)))
        .findFirst()
        .map(number -> String.format(Locale.ROOT, "%010d", number));
  }

  private static @Nullable Float millimetres(Tags tags, int tag, String xmp) {
    return toFloat(within(number(tags, tag, xmp), 0.1, 10_000));
  }

  /** Bit 0 of EXIF's value says whether it fired. */
  private static @Nullable Boolean flash(Tags tags) {
    double value = tags.exifNumber(TAG_FLASH);
    if (value >= 0 && value <= 0xffff) {
      return (int) value % 2 == 1;
    }
    String fired = tags.xmpField(NS_EXIF, "Flash", NS_EXIF, "Fired");
    return fired == null ? null : Boolean.valueOf(fired.equalsIgnoreCase("true"));
  }

  private static double number(Tags tags, int tag, String xmp) {
    double value = tags.exifNumber(tag);
    return Double.isNaN(value) ? Tags.number(tags.xmp(NS_EXIF, xmp)) : value;
  }

  private static @Nullable Integer iso(Tags tags) {
    int[] candidates = {
      TAG_ISO_EQUIVALENT,
      TAG_ISO_SPEED,
      TAG_RECOMMENDED_EXPOSURE_INDEX,
      TAG_STANDARD_OUTPUT_SENSITIVITY
    };
    for (int tag : candidates) {
      Double value = within(tags.exifNumber(tag), 1, 10_000_000);
      if (value != null && (tag != TAG_ISO_EQUIVALENT || value != ISO_ELSEWHERE)) {
        return (int) Math.round(value);
      }
    }
    Integer noted = MakerNotes.iso(tags);
    if (noted != null) {
      return noted;
    }
    List<String> xmp = tags.xmpItems(NS_EXIF, "ISOSpeedRatings");
    Double value = within(Tags.number(xmp.isEmpty() ? null : xmp.getFirst()), 1, 10_000_000);
    return value == null ? null : Integer.valueOf((int) Math.round(value));
  }

  private static @Nullable Float aperture(Tags tags) {
    Double stated = within(number(tags, TAG_FNUMBER, "FNumber"), 0.5, 1024);
    // APEX: Av = 2 log2(F).
    return toFloat(
        stated == null
            ? within(Math.pow(2, positive(tags.exifNumber(TAG_APERTURE)) / 2), 0.5, 1024)
            : stated);
  }

  private static @Nullable Double exposure(Tags tags) {
    Double stated = within(number(tags, TAG_EXPOSURE_TIME, "ExposureTime"), 1e-7, 864_000);
    // APEX: Tv = -log2(t).
    return stated == null
        ? within(Math.pow(2, -tags.exifNumber(TAG_SHUTTER_SPEED)), 1e-7, 864_000)
        : stated;
  }

  private static double positive(double apex) {
    return apex > 0 ? apex : Double.NaN;
  }

  /** {@code value}, or null where it is outside the range or NaN. */
  private static @Nullable Double within(double value, double least, double most) {
    return value >= least && value <= most ? Double.valueOf(value) : null;
  }

  private static @Nullable Float toFloat(@Nullable Double value) {
    return value == null ? null : Float.valueOf(value.floatValue());
  }
}
