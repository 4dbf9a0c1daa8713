package io.lumiere.indexer.internal.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what the names of a burst's photos share, as phones write them. */
final class BurstNames {
  private static final List<Pattern> PATTERNS =
      List.of(
          // Google: 00001IMG_00001_BURST20210704183000123_COVER
          Pattern.compile("_(BURST\\d{14,})(?:_COVER)?\\."),
          // Others: IMG_20210704_183000_BURST001_COVER
          Pattern.compile("^(.*\\d{8}_\\d{6})_?BURST\\d{1,4}(?:_COVER)?\\."),
          // Pixel: PXL_20210704_183000123.BURST-01.COVER
          Pattern.compile("^(.*\\d{8}_\\d{6,9})\\.(?:RAW-)?BURST-\\d{1,3}\\b"),
          // Samsung: 20210704_183000_001
          Pattern.compile("^(\\d{8}_\\d{6})_\\d{3}\\."));

  private BurstNames() {}

  static @Nullable String find(String fileName) {
    for (Pattern pattern : PATTERNS) {
      Matcher matcher = pattern.matcher(fileName);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return null;
  }
}
