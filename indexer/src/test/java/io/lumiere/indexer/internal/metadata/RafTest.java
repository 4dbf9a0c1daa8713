package io.lumiere.indexer.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header of Fujifilm's raw files may say anything: nothing is made that large. */
class RafTest {
  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void placesOutsideOfTheFile(int place) {
    byte[] file =
        Containers.raf(new Exif().text(Exif.Block.IMAGE, 0x10f, "ZebraCam").into(Pictures.jpeg(1)));
    ByteBuffer.wrap(file).putInt(88, place);
    assertThat(Reading.read(file, "x.raf").camera().make()).isEqualTo("ZebraCam");
    ByteBuffer.wrap(file).putInt(84, place);
    assertThat(Reading.read(file, "x.raf").camera().make()).isNull();
  }
}
