package io.lumiere.models.internal.tokenizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The texts of {@code src/test/python/tokenizer_exactness.py}, made again from their numbers. */
final class TokenizerCorpus {
  static final int TEXTS = 12_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SNIPPETS =
      lines("corpus-snippets.jsonl").stream().map(TokenizerCorpus::parse).toList();
  private static final List<int[]> RANGES =
      lines("corpus-ranges.txt").stream().map(TokenizerCorpus::range).toList();

  private TokenizerCorpus() {}

  static List<String> lines(String resource) {
    try (InputStream in = TokenizerCorpus.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String parse(String line) {
    try {
      return JSON.readValue(line, String.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] range(String line) {
    String[] bounds = line.split(" ", -1);
    return new int[] {Integer.parseInt(bounds[0], 16), Integer.parseInt(bounds[1], 16)};
  }

  static String text(int index) {
    if (index < SNIPPETS.size()) {
      return SNIPPETS.get(index);
    }
    SplitMix random = new SplitMix(index);
    List<int[]> ranges = new ArrayList<>();
    for (int n = 1 + random.below(4); n > 0; n--) {
      ranges.add(RANGES.get(random.below(RANGES.size())));
    }
    StringBuilder mixture = new StringBuilder();
    for (int n = 1 + random.below(10); n > 0; n--) {
      appendPart(mixture, random, ranges);
      if (random.below(10) < 6) {
        mixture.append(' ');
      }
    }
    return index % 200 == 199
        ? mixture.toString().repeat(1 + random.below(60))
        : mixture.toString();
  }

  private static void appendPart(StringBuilder out, SplitMix random, List<int[]> ranges) {
    int kind = random.below(10);
    if (kind < 3) {
      out.append(SNIPPETS.get(random.below(SNIPPETS.size())));
    } else if (kind < 6) {
      String[] words = SNIPPETS.get(random.below(SNIPPETS.size())).split(" ", -1);
      out.append(words[random.below(words.length)]);
    } else if (kind < 7) {
      for (int n = 1 + random.below(8); n > 0; n--) {
        out.append((char) (0x20 + random.below(0x5F)));
      }
    } else {
      int[] range = ranges.get(random.below(ranges.size()));
      for (int n = 1 + random.below(6); n > 0; n--) {
        out.appendCodePoint(range[0] + random.below(range[1] - range[0] + 1));
      }
    }
  }

  /** Steele et al., Fast Splittable Pseudorandom Number Generators, 2014. */
  private static final class SplitMix {
    private long state;

    SplitMix(long seed) {
      state = seed;
    }

    int below(int bound) {
      state += 0x9E3779B97F4A7C15L;
      long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return (int) (((z ^ (z >>> 31)) >>> 33) % bound);
    }
  }
}
