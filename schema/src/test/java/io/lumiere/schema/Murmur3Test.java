package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.apache.lucene.util.StringHelper;
import org.junit.jupiter.api.Test;

class Murmur3Test {
  @Test
  void isTheHashThatLuceneHas() {
    Random random = new Random(7);
    for (int length = 0; length < 200; length++) {
      byte[] bytes = new byte[length + 3];
      random.nextBytes(bytes);
      assertThat(Murmur3.hash(bytes, length))
          .as("bytes %s", Arrays.toString(bytes))
          .isEqualTo(StringHelper.murmurhash3_x64_128(bytes, 0, length, 0)[0]);
    }
  }
}
