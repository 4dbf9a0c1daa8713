package io.lumiere.images.internal.tiff;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffTag;
import io.lumiere.images.internal.pixels.Samples;
import io.lumiere.images.internal.work.Stop;

/** Unpacks the strips or tiles of an image, a row of them at a time. Used by one thread. */
final class Parts {
  private final TiffImage image;
  private final Layout layout;
  private final PartDecoder pictures;
  private final boolean little;
  private final byte[][] open;
  private int openRow = -1;

  /**
   * The parts of an image.
   *
   * @param pictures decodes parts that are whole picture files
   */
  Parts(TiffImage image, PartDecoder pictures) {
    this.image = image;
    this.layout = Layout.of(image);
    this.pictures = pictures;
    this.little = image.file().isLittleEndian();
    this.open = new byte[layout.across() * layout.planes()][];
  }

  /**
   * One sample of each pixel of a row, as it is stored: its bits, the highest ones zero.
   *
   * @param values as many as the image is wide
   */
  void read(int y, int sample, long[] values) {
    int row = y / layout.height();
    if (row != openRow) {
      openRow = -1;
      for (int i = 0; i < open.length; i++) {
        Stop.check();
        open[i] = unpack(layout.index(i / layout.across(), row, i % layout.across()), row);
      }
      openRow = row;
    }
    int plane = layout.planes() > 1 ? sample : 0;
    int first = layout.planes() > 1 ? 0 : sample;
    int rowStart = (y - row * layout.height()) * layout.rowBytes(image.bits());
    for (int column = 0; column < layout.across(); column++) {
      byte[] part = open[plane * layout.across() + column];
      int at = column * layout.width();
      int count = Math.min(layout.width(), image.width() - at);
      SampleBits.read(
          part, rowStart, first, layout.samples(), image.bits(), little, values, at, count);
    }
  }

  private byte[] unpack(int index, int row) {
    boolean strips = layout.across() == 1 && layout.width() == image.width();
    int rows =
        strips
            ? Math.min(layout.height(), image.height() - row * layout.height())
            : layout.height();
    int rowBytes = layout.rowBytes(image.bits());
    byte[] in = bytes(index);
    Unpacker.checkLength(image.compression(), in.length, (long) rowBytes * rows);
    byte[] out = new byte[rowBytes * rows];
    if (Support.isPicture(image)) {
      paint(in, out, rows);
      return out;
    }
    Unpacker.unpack(image.compression(), in, out);
    for (int i = 0; i < rows; i++) {
      Predictor.undo(
          image.compression() == Unpacker.NONE || image.compression() == Unpacker.PACK_BITS
              ? Predictor.NONE
              : image.predictor(),
          out,
          i * rowBytes,
          rowBytes,
          layout.samples(),
          image.bits() / 8,
          little);
    }
    return out;
  }

  private byte[] bytes(int index) {
    ByteView in = image.file().bytes();
    long at = layout.at()[index];
    long length = layout.length()[index];
    if (at > in.length() || length > in.length() - at) {
      throw new CorruptImageException("the file ends within its picture");
    }
    byte[] bytes = in.slice(at, length).copy();
    if (image.directory().integer(TiffTag.FILL_ORDER, 1) == 2) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
      }
    }
    return bytes;
  }

  /** Decodes a part that is a picture; its samples come in OpenCV's order. */
  private void paint(byte[] in, byte[] out, int rows) {
    try (Samples picture = pictures.decode(in, layout.width(), layout.height())) {
      int channels = layout.samples();
      if (picture.depth() != Samples.Depth.U8
          || picture.channels() < channels
          || picture.width() < layout.width()
          || picture.height() < rows) {
        throw new CorruptImageException("a part of the TIFF is a picture of another kind");
      }
      byte[] row = new byte[picture.width() * picture.channels()];
      for (int y = 0; y < rows; y++) {
        picture.bytes(y, row);
        for (int x = 0; x < layout.width(); x++) {
          for (int c = 0; c < channels; c++) {
            int from = picture.channels() >= 3 && c < 3 ? 2 - c : c;
            out[(y * layout.width() + x) * channels + c] = row[x * picture.channels() + from];
          }
        }
      }
    }
  }
}
