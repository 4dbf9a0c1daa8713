package io.lumiere.images.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is particular to {@link ByteView#find}: it looks at eight bytes at a time. */
class ByteViewTest {
  private static final byte[] NEAR = {0, 1, 2, 0x7e, 0x7f, (byte) 0x80, (byte) 0x81, (byte) 0xfe};

  @Test
  void findsWhatALookAtEachByteFinds() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(64)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = random.nextInt(12) == 0 ? (byte) 0xff : NEAR[random.nextInt(NEAR.length)];
      }
      int start = random.nextInt(bytes.length + 1);
      ByteView view = ByteView.of(bytes).from(start);
      byte wanted = random.nextBoolean() ? (byte) 0xff : NEAR[random.nextInt(NEAR.length)];
      int from = random.nextInt(70) - 3;
      int to = random.nextInt(70) - 3;

      assertThat(view.find(wanted & 0xff, from, to))
          .as("%d from %d to %d in %s from %d", wanted, from, to, Arrays.toString(bytes), start)
          .isEqualTo(one(bytes, start, wanted, from, to));
    }
  }

  private static long one(byte[] bytes, int start, byte wanted, int from, int to) {
    for (int at = Math.max(0, from); at < Math.min(to, bytes.length - start); at++) {
      if (bytes[start + at] == wanted) {
        return at;
      }
    }
    return -1;
  }
}
