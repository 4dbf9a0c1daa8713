package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory.CameraSettings;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory.ShotInfo;
import com.drew.metadata.exif.makernotes.CasioType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.KodakMakernoteDirectory;
import com.drew.metadata.exif.makernotes.NikonType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusEquipmentMakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusMakernoteDirectory;
import com.drew.metadata.exif.makernotes.PanasonicMakernoteDirectory;
import com.drew.metadata.exif.makernotes.ReconyxHyperFire2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.ReconyxHyperFireMakernoteDirectory;
import com.drew.metadata.exif.makernotes.ReconyxUltraFireMakernoteDirectory;
import com.drew.metadata.exif.makernotes.SonyType1MakernoteDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds in makers' notes what EXIF's own tags lack, where the library can read them. */
final class MakerNotes {
  /** Canon's setting holds a plain number where this bit is set. */
  private static final int CANON_PLAIN = 0x4000;

  private static final Map<Integer, Integer> CANON_NAMED =
      Map.of(16, 50, 17, 100, 18, 200, 19, 400);

  private static final int MOST_ISO = 10_000_000;

  /** What Panasonic writes for "automatic" and "not given". */
  private static final int PANASONIC_NONE = 65_534;

  private MakerNotes() {}

  /** The lens's name; null where there is none. */
  static @Nullable String lens(Tags tags) {
    List<@Nullable String> names = new ArrayList<>();
    tags.blocks(CanonMakernoteDirectory.class)
        .forEach(canon -> names.add(canon.getString(CanonMakernoteDirectory.TAG_LENS_MODEL)));
    tags.blocks(PanasonicMakernoteDirectory.class)
        .forEach(note -> names.add(note.getString(PanasonicMakernoteDirectory.TAG_LENS_TYPE)));
    tags.blocks(OlympusEquipmentMakernoteDirectory.class)
        .forEach(
            note -> names.add(note.getString(OlympusEquipmentMakernoteDirectory.TAG_LENS_MODEL)));
    // These hold numbers, which the library puts in words.
    tags.blocks(NikonType2MakernoteDirectory.class)
        .forEach(note -> names.add(known(note, NikonType2MakernoteDirectory.TAG_LENS)));
    tags.blocks(SonyType1MakernoteDirectory.class)
        .forEach(note -> names.add(known(note, SonyType1MakernoteDirectory.TAG_LENS_SPEC)));
    return names.stream()
        .filter(name -> name != null && name.codePoints().anyMatch(Character::isLetterOrDigit))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String known(Directory note, int tag) {
    String text = note.containsTag(tag) ? note.getDescription(tag) : null;
    return text != null && text.contains("mm") ? text : null;
  }

  /** The sensitivity; null where there is none. */
  static @Nullable Integer iso(Tags tags) {
    List<@Nullable Integer> values = new ArrayList<>();
    tags.blocks(CanonMakernoteDirectory.class).forEach(canon -> values.add(canonIso(canon)));
    tags.blocks(NikonType2MakernoteDirectory.class)
        .forEach(note -> values.add(last(note, NikonType2MakernoteDirectory.TAG_ISO_1)));
    tags.blocks(PanasonicMakernoteDirectory.class)
        .forEach(note -> {
          Integer iso = note.getInteger(PanasonicMakernoteDirectory.TAG_PROGRAM_ISO);
          values.add(iso == null || iso >= PANASONIC_NONE ? null : iso);
        });
    tags.blocks(OlympusMakernoteDirectory.class)
        .forEach(note -> values.add(note.getInteger(OlympusMakernoteDirectory.TAG_ISO_VALUE)));
    tags.blocks(KodakMakernoteDirectory.class)
        .forEach(note -> values.add(note.getInteger(KodakMakernoteDirectory.TAG_ISO)));
    tags.blocks(CasioType2MakernoteDirectory.class)
        .forEach(note ->
            values.add(note.getInteger(CasioType2MakernoteDirectory.TAG_CCD_ISO_SENSITIVITY)));
    return values.stream()
        .filter(value -> value != null && value > 1 && value <= MOST_ISO)
        .findFirst()
        .orElse(null);
  }

  /** What was set; else what the camera chose: two numbers, each a power of 2 in 32nds. */
  private static @Nullable Integer canonIso(Directory canon) {
    Integer set = canon.getInteger(CameraSettings.TAG_ISO);
    if (set != null && (set & CANON_PLAIN) != 0 && set < 0x8000) {
      return set & (CANON_PLAIN - 1);
    }
    Integer named = set == null ? null : CANON_NAMED.get(set);
    if (named != null) {
      return named;
    }
    Integer auto = canon.getInteger(ShotInfo.TAG_AUTO_ISO);
    Integer base = canon.getInteger(ShotInfo.TAG_BASE_ISO);
    if (auto == null || base == null || base <= 0 || base > 1000 || Math.abs(auto) > 1000) {
      return null;
    }
    return (int) Math.round(Math.pow(2, auto / 32d) * Math.pow(2, base / 32d) * 100 / 32);
  }

  private static @Nullable Integer last(Directory note, int tag) {
    int[] values = note.getIntArray(tag);
    return values == null || values.length == 0 ? null : Integer.valueOf(values[values.length - 1]);
  }

  /** When a trail camera took it; null where there is none. */
  static @Nullable String date(Tags tags) {
    List<@Nullable String> dates = new ArrayList<>();
    tags.blocks(ReconyxHyperFireMakernoteDirectory.class)
        .forEach(note ->
            dates.add(note.getString(ReconyxHyperFireMakernoteDirectory.TAG_DATE_TIME_ORIGINAL)));
    tags.blocks(ReconyxHyperFire2MakernoteDirectory.class)
        .forEach(note ->
            dates.add(note.getString(ReconyxHyperFire2MakernoteDirectory.TAG_DATE_TIME_ORIGINAL)));
    tags.blocks(ReconyxUltraFireMakernoteDirectory.class)
        .forEach(note ->
            dates.add(note.getString(ReconyxUltraFireMakernoteDirectory.TAG_DATE_TIME_ORIGINAL)));
    return dates.stream().filter(date -> date != null && !date.isBlank()).findFirst().orElse(null);
  }
}
