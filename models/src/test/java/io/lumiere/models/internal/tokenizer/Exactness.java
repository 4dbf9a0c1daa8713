package io.lumiere.models.internal.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Compares a tokenizer with its reference on the whole corpus. */
final class Exactness {
  private static final int BLOCK = 100;

  private Exactness() {}

  /** Fails where a block's hash differs; the ids of such blocks are then in target/exactness. */
  static void check(String family, Tokenizer tokenizer, Integer... known) throws IOException {
    List<String> golden = TokenizerCorpus.lines("exactness-" + family + ".txt");
    assertThat(golden).hasSize(TokenizerCorpus.TEXTS / BLOCK);
    List<Integer> differing = new ArrayList<>();
    for (int block = 0; block < golden.size(); block++) {
      if (!hash(tokenizer, block).equals(golden.get(block))) {
        differing.add(block);
        dump(family, tokenizer, block);
      }
    }
    assertThat(differing)
        .as(
            "blocks that differ from the reference: compare target/exactness with"
                + " 'tokenizer_exactness.py show %s BLOCK'",
            family)
        .containsExactly(known);
  }

  private static String hash(Tokenizer tokenizer, int block) {
    long state = 0xCBF29CE484222325L;
    for (int i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
      int[] ids = tokenizer.encode(TokenizerCorpus.text(i));
      state = fnv(state, ids.length);
      for (int id : ids) {
        state = fnv(state, id);
      }
    }
    return String.format("%016x", state);
  }

  private static long fnv(long state, int number) {
    for (int shift = 0; shift < 32; shift += 8) {
      state = (state ^ ((number >> shift) & 0xFF)) * 0x100000001B3L;
    }
    return state;
  }

  private static void dump(String family, Tokenizer tokenizer, int block) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = block * BLOCK; i < (block + 1) * BLOCK; i++) {
      String text = TokenizerCorpus.text(i);
      lines.add(
          new ObjectMapper().writeValueAsString(text)
              + " "
              + Arrays.stream(tokenizer.encode(text))
                  .mapToObj(String::valueOf)
                  .collect(Collectors.joining(" ")));
    }
    Path folder = Files.createDirectories(Path.of("target", "exactness"));
    Files.write(folder.resolve(family + "-" + block + ".txt"), lines);
  }
}
