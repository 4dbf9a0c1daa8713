package io.lumiere.indexer.places;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of a {@link PlaceTable}, big-endian: {@value #MAGIC}, the number of towns n and of
 * strings s; n x 3 floats, unit vectors in a {@link SphereTree}'s order; n ints, populations; n x 3
 * shorts, each town's zone, country and region as numbers of strings; n + 1 ints, where each town's
 * names begin; s + 1 ints, where each string begins; then names and strings in UTF-8, those of one
 * town separated by line feeds. A country is its code, its name and its other names. String 0 is
 * empty. Thread-safe.
 */
final class PlaceFile {
  static final int MAGIC = 0x4c504c31; // LPL1
  static final int HEADER = 12;
  static final int BYTES_PER_TOWN = 12 + 4 + 6 + 4;

  /** A country: its code, its English name, its names in other languages. */
  record Country(String code, String name, List<String> otherNames) {}

  private final ByteBuffer bytes;
  private final int count;
  private final int populations;
  private final int links;
  private final int nameStarts;
  private final int stringStarts;
  private final int text;

  PlaceFile(ByteBuffer bytes, String name) {
    boolean known = bytes.limit() > HEADER && bytes.getInt(0) == MAGIC;
    int towns = known ? bytes.getInt(4) : -1;
    int strings = known ? bytes.getInt(8) : -1;
    long tables = HEADER + (long) BYTES_PER_TOWN * towns + 4 + 4L * (strings + 1);
    if (towns < 1 || strings < 1 || tables > bytes.limit()) {
      throw damaged(name);
    }
    this.bytes = bytes;
    this.count = towns;
    this.populations = HEADER + 12 * towns;
    this.links = populations + 4 * towns;
    this.nameStarts = links + 6 * towns;
    this.stringStarts = nameStarts + 4 * (towns + 1);
    this.text = (int) tables;
    if (text + bytes.getInt(stringStarts + 4 * strings) != bytes.limit()) {
      throw damaged(name);
    }
  }

  private static LumiereException damaged(String name) {
    return new LumiereException(
        Fault.PLACES_DAMAGED, name + " is not a table of places, or a damaged one");
  }

  int count() {
    return count;
  }

  FloatBuffer points() {
    return bytes.slice(HEADER, 12 * count).asFloatBuffer();
  }

  int population(int town) {
    return bytes.getInt(populations + 4 * town);
  }

  String zone(int town) {
    return string(link(town, 0));
  }

  Country country(int town) {
    List<String> parts = List.of(string(link(town, 1)).split("\n"));
    return new Country(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
  }

  @Nullable String region(int town) {
    String region = string(link(town, 2));
    return region.isEmpty() ? null : region;
  }

  /** A town's names, its main one first. */
  List<String> names(int town) {
    return new ArrayList<>(List.of(text(nameStarts + 4 * town).split("\n")));
  }

  private int link(int town, int which) {
    return Short.toUnsignedInt(bytes.getShort(links + 6 * town + 2 * which));
  }

  private String string(int number) {
    return text(stringStarts + 4 * number);
  }

  private String text(int startAt) {
    int start = bytes.getInt(startAt);
    byte[] value = new byte[bytes.getInt(startAt + 4) - start];
    bytes.get(text + start, value);
    return new String(value, UTF_8);
  }
}
