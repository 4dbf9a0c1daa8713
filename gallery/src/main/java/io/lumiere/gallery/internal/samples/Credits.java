package io.lumiere.gallery.internal.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who made the photos of an archive. */
public final class Credits {
  private Credits() {}

  /** One line for each author and licence, in alphabetical order. */
  public static List<String> of(List<Sample> samples) {
    Map<String, String> works =
        samples.stream()
            .collect(
                Collectors.groupingBy(
                    sample -> sample.author() + " (" + sample.licence() + ")",
                    TreeMap::new,
                    Collectors.mapping(Sample::nameOfWork, Collectors.joining(", "))));
    return works.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
  }
}
