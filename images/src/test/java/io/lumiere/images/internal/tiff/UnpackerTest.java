package io.lumiere.images.internal.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.images.CorruptImageException;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {
  @ParameterizedTest
  @ValueSource(ints = {Unpacker.NONE, Unpacker.LZW, Unpacker.DEFLATE, Unpacker.PACK_BITS})
  void aFewBytesDoNotMakeAGigabyte(int compression) {
    assertThatThrownBy(() -> Unpacker.checkLength(compression, 300, 1 << 30))
        .isInstanceOf(CorruptImageException.class)
        .hasMessage("a part of the TIFF's picture is missing");
  }

  @Test
  void whatPacksBestIsUnpacked() {
    byte[] zeros = new byte[4 << 20];
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(zeros);
    deflater.finish();
    int length = deflater.deflate(new byte[1 << 20]);
    deflater.end();
    assertThat(zeros.length / length).isGreaterThan(1000);
    Unpacker.checkLength(Unpacker.DEFLATE, length, zeros.length);
    Unpacker.checkLength(Unpacker.PACK_BITS, 2, 128);
    Unpacker.checkLength(Unpacker.NONE, 128, 128);
  }
}
