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
import java.util.Objects;
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

  private static final List<NoteTag> LENSES =
      List.of(
          new NoteTag(CanonMakernoteDirectory.class, CanonMakernoteDirectory.TAG_LENS_MODEL),
          new NoteTag(PanasonicMakernoteDirectory.class, PanasonicMakernoteDirectory.TAG_LENS_TYPE),
          new NoteTag(
              OlympusEquipmentMakernoteDirectory.class,
              OlympusEquipmentMakernoteDirectory.TAG_LENS_MODEL));

  /** When trail cameras took photos. */
  private static final List<NoteTag> DATES =
      List.of(
          new NoteTag(
              ReconyxHyperFireMakernoteDirectory.class,
              ReconyxHyperFireMakernoteDirectory.TAG_DATE_TIME_ORIGINAL),
          new NoteTag(
              ReconyxHyperFire2MakernoteDirectory.class,
              ReconyxHyperFire2MakernoteDirectory.TAG_DATE_TIME_ORIGINAL),
          new NoteTag(
              ReconyxUltraFireMakernoteDirectory.class,
              ReconyxUltraFireMakernoteDirectory.TAG_DATE_TIME_ORIGINAL));

  private MakerNotes() {}

  /** A tag of a kind of makers' notes. */
  record NoteTag(Class<? extends Directory> note, int tag) {}

  /** The first text with a letter or digit that makers' notes have in these tags; null for none. */
  static @Nullable String text(Tags tags, List<NoteTag> candidates) {
    for (NoteTag candidate : candidates) {
      for (Directory note : tags.blocks(candidate.note())) {
        String text = note.getString(candidate.tag());
        if (text != null && text.codePoints().anyMatch(Character::isLetterOrDigit)) {
          return text;
        }
      }
    }
    return null;
  }

  /** The lens's name; null where there is none. */
  static @Nullable String lens(Tags tags) {
    String name = text(tags, LENSES);
    return name == null ? lensInNumbers(tags) : name;
  }

  /** Nikon and Sony keep numbers, which the library puts in words. */
  private static @Nullable String lensInNumbers(Tags tags) {
    List<@Nullable String> names = new ArrayList<>();
    tags.blocks(NikonType2MakernoteDirectory.class)
        .forEach(note -> names.add(known(note, NikonType2MakernoteDirectory.TAG_LENS)));
    tags.blocks(SonyType1MakernoteDirectory.class)
        .forEach(note -> names.add(known(note, SonyType1MakernoteDirectory.TAG_LENS_SPEC)));
    return names.stream().filter(Objects::nonNull).findFirst().orElse(null);
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

  /**
   * The value that was set, otherwise the one that the camera chose: two numbers, each a power of 2
   * in 32nds.
   */
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
    return text(tags, DATES);
  }
}
