package io.lumiere.gallery.internal.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.imaging.ImagingException;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcRecord;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcTypes;
import org.apache.commons.imaging.formats.jpeg.iptc.JpegIptcRewriter;
import org.apache.commons.imaging.formats.jpeg.iptc.PhotoshopApp13Data;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;

/**
 * Writes a sample's metadata into a JPEG file without touching its pixels. What EXIF, XMP and IPTC
 * the file had before is removed: its dates would contradict the sample's.
 */
public final class JpegMetadata {
  /** Goes into the recipe of each photo: raise it when what is written changes. */
  public static final int VERSION = 1;

  private JpegMetadata() {}

  /** A step from one JPEG file to another. */
  @FunctionalInterface
  private interface Rewrite {
    void apply(byte[] jpeg, OutputStream out) throws IOException;
  }

  /**
   * Returns the file with the sample's metadata.
   *
   * @param orientation EXIF orientation, 1 to 8
   * @throws IOException if {@code jpeg} is not a readable JPEG file
   */
  public static byte[] write(byte[] jpeg, Sample sample, int orientation) throws IOException {
    byte[] bytes = rewrite(jpeg, (in, out) -> new ExifRewriter().removeExifMetadata(in, out));
    bytes = rewrite(bytes, (in, out) -> new JpegXmpRewriter().removeXmpXml(in, out));
    bytes = rewrite(bytes, (in, out) -> new JpegIptcRewriter().removeIptc(in, out, true));
    PhotoshopApp13Data iptc = iptc(sample);
    if (!iptc.getRecords().isEmpty()) {
      bytes = rewrite(bytes, (in, out) -> new JpegIptcRewriter().writeIptc(in, out, iptc));
    }
    bytes =
        rewrite(
            bytes, (in, out) -> new JpegXmpRewriter().updateXmpXml(in, out, Xmp.packet(sample)));
    return rewrite(
        bytes,
        (in, out) ->
            new ExifRewriter().updateExifMetadataLossless(in, out, Exif.of(sample, orientation)));
  }

  private static byte[] rewrite(byte[] jpeg, Rewrite step) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 4096);
    try {
      step.apply(jpeg, out);
    } catch (ImagingException e) {
      throw new IOException("not a JPEG file that metadata can be written to", e);
    }
    return out.toByteArray();
  }

  private static PhotoshopApp13Data iptc(Sample sample) {
    List<IptcRecord> records = new ArrayList<>();
    if (!sample.title().isEmpty()) {
      records.add(new IptcRecord(IptcTypes.OBJECT_NAME, sample.title()));
    }
    for (String keyword : sample.keywords()) {
      records.add(new IptcRecord(IptcTypes.KEYWORDS, keyword));
    }
    return new PhotoshopApp13Data(records, List.of(), true);
  }
}
