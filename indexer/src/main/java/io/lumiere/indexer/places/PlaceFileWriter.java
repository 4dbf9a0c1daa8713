package io.lumiere.indexer.places;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what {@link PlaceFile} reads. */
final class PlaceFileWriter {
  /**
   * A town.
   *
   * @param point unit vector
   * @param country code, name and other names, separated by line feeds
   * @param region empty where it is not known
   * @param names at least one
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Town(
      double[] point,
      int population,
      String zone,
      String country,
      String region,
      List<String> names) {}

  private final List<byte[]> strings = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private PlaceFileWriter() {
    number("");
  }

  static void write(List<Town> towns, OutputStream file) throws IOException {
    new PlaceFileWriter().writeAll(towns, new DataOutputStream(file));
  }

  private void writeAll(List<Town> unordered, DataOutputStream out) throws IOException {
    Town[] towns = unordered.toArray(Town[]::new);
    order(towns, 0, towns.length, 0);
    ByteArrayOutputStream links = new ByteArrayOutputStream();
    DataOutputStream link = new DataOutputStream(links);
    for (Town town : towns) {
      link.writeShort(number(town.zone()));
      link.writeShort(number(town.country()));
      link.writeShort(number(town.region()));
    }
    out.writeInt(PlaceFile.MAGIC);
    out.writeInt(towns.length);
    out.writeInt(strings.size());
    for (Town town : towns) {
      for (double coordinate : town.point()) {
        out.writeFloat((float) coordinate);
      }
    }
    for (Town town : towns) {
      out.writeInt(town.population());
    }
    links.writeTo(out);
    List<byte[]> names = new ArrayList<>();
    for (Town town : towns) {
      names.add(String.join("\n", town.names()).getBytes(UTF_8));
    }
    int end = writeStarts(out, names, 0);
    writeStarts(out, strings, end);
    for (byte[] text : names) {
      out.write(text);
    }
    for (byte[] text : strings) {
      out.write(text);
    }
    out.flush();
  }

  private static int writeStarts(DataOutputStream out, List<byte[]> texts, int start)
      throws IOException {
    int at = start;
    out.writeInt(at);
    for (byte[] text : texts) {
      at += text.length;
      out.writeInt(at);
    }
    return at;
  }

  private int number(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    if (strings.size() > 0xffff) {
      throw new IllegalArgumentException("more than 65,536 zones, countries and regions");
    }
    strings.add(text.getBytes(UTF_8));
    numbers.put(text, strings.size() - 1);
    return strings.size() - 1;
  }

  /** Puts a range into a {@link SphereTree}'s order. */
  private static void order(Town[] towns, int from, int end, int axis) {
    if (end - from < 2) {
      return;
    }
    // Compared as floats, as they are written: the halves must be split where the reader splits
    // them.
    Arrays.sort(towns, from, end, Comparator.comparingDouble(town -> (float) town.point()[axis]));
    int middle = (from + end) >>> 1;
    order(towns, from, middle, (axis + 1) % 3);
    order(towns, middle + 1, end, (axis + 1) % 3);
  }
}
