package io.lumiere.images.internal.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.images.container.TiffTag;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the encoder of Java's own TIFF writer. */
class LzwTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20, 256})
  void undoesWhatAnotherEncoderDid(int values) throws IOException {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = new byte[300 * 200];
    Random random = new Random(11);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (random.nextInt(values) + i / 5000);
    }
    image.getRaster().setDataElements(0, 0, 300, 200, pixels);
    byte[] tiff = lzw(image);
    TiffImage found = PhotoFinder.photo(tiff);
    long[] at = found.directory().numbers(TiffTag.STRIP_OFFSETS);
    long[] lengths = found.directory().numbers(TiffTag.STRIP_LENGTHS);
    int rows = found.directory().integer(TiffTag.ROWS_PER_STRIP, 200);
    byte[] all = new byte[pixels.length];
    for (int i = 0; i < at.length; i++) {
      byte[] part = new byte[300 * Math.min(rows, 200 - i * rows)];
      byte[] in = Arrays.copyOfRange(tiff, (int) at[i], (int) (at[i] + lengths[i]));
      assertThat(Lzw.decode(in, part)).isEqualTo(part.length);
      System.arraycopy(part, 0, all, 300 * i * rows, part.length);
    }
    assertThat(all).isEqualTo(pixels);
  }

  private static byte[] lzw(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType("LZW");
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
