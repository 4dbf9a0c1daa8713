package io.lumiere.gallery.internal.samples;

import java.io.IOException;
import java.util.List;

/** Where the pixels of an archive come from. Implementations are thread-safe. */
public interface PictureSource {
  /** The photos that this source can make. */
  List<Sample> samples();

  /** Whether {@link #jpeg} paints. */
  boolean painted();

  /** A text that changes whenever {@link #jpeg} of this sample would. */
  String fingerprint(Sample sample) throws IOException;

  /** The sample as a JPEG file, without the sample's metadata. */
  Picture jpeg(Sample sample) throws IOException;

  /**
   * A JPEG file.
   *
   * @param orientation the EXIF orientation, 1 to 8, that its pixels are stored in
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Picture(byte[] jpeg, int orientation) {}
}
