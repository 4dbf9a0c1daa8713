package io.lumiere.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.util.BytesRef;

/** What photos are sorted by that their values do not give as they are. Thread-safe. */
public final class SortKeys {
  /** Longer names than file systems allow count by their beginning. */
  private static final int MAX_NAME = 1000;

  private static final Pattern DIGITS = Pattern.compile("0*([0-9]+)");

  private SortKeys() {}

  /**
   * The key of {@link Fields#NAME_ORDER}: names sort by it, compared byte by byte, as people
   * expect. Letters count without case, accents and width, as {@link ICUFoldingFilter} folds them;
   * a run of digits counts as the number that it is, so {@code IMG_2} comes before {@code IMG_10};
   * a name counts before a longer one that begins with it ({@code lake.jpg}, {@code lake 2.jpg}),
   * and its extension comes last. Names that differ in nothing else have the same key.
   *
   * @param fileName without folders
   */
  public static BytesRef name(String fileName) {
    String name = fileName.substring(0, Math.min(fileName.length(), MAX_NAME));
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String extension = dot > 0 ? name.substring(dot + 1) : "";
    return new BytesRef(natural(stem) + '\0' + natural(extension));
  }

  /** Each number after its count of digits, so that longer ones are greater. */
  private static String natural(String text) {
    String folded = ICUFoldingFilter.NORMALIZER.normalize(text);
    return DIGITS
        .matcher(folded)
        .replaceAll(number ->
            Matcher.quoteReplacement("0" + (char) number.group(1).length() + number.group(1)));
  }

  /**
   * The value of {@link Fields#ID_HASH}: MurmurHash3 (x64, the first 64 bits, seed 0) of the id.
   */
  public static long idHash(String id) {
    BytesRef bytes = new BytesRef(id);
    return Murmur3.hash(bytes.bytes, bytes.length);
  }

  /**
   * A photo's place in the random order of a seed; photos sort by it, ascending and with its sign.
   * The two are mixed as SplitMix64 mixes its state (Steele, Lea and Flood: Fast splittable
   * pseudorandom number generators, OOPSLA 2014), which is one to one: as long as hashes of ids
   * differ, no two photos share a place.
   *
   * @param idHash what {@link #idHash} gives
   * @param seed any number
   */
  public static long random(long idHash, long seed) {
    return mix(idHash ^ mix(seed + 0x9e3779b97f4a7c15L));
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
