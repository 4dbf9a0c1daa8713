package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Puts metadata into JPEG and PNG files. */
final class Segments {
  private Segments() {}

  static byte[] insert(byte[] jpeg, int marker, byte[] payload) {
    ByteBuffer head = ByteBuffer.allocate(4);
    head.put((byte) 0xff).put((byte) marker).putShort((short) (payload.length + 2));
    byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
    return Exif.join(List.of(Arrays.copyOf(jpeg, 2), head.array(), payload, rest));
  }

  /** XMP with these elements in one description. */
  static byte[] xmp(String elements) {
    String xml =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
            + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
            + " xmlns:exif='http://ns.adobe.com/exif/1.0/'"
            + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'>"
            + elements
            + "</rdf:Description></rdf:RDF></x:xmpmeta>";
    return xml.getBytes(UTF_8);
  }

  static byte[] insertXmp(byte[] jpeg, byte[] xmp) {
    byte[] head = "http://ns.adobe.com/xap/1.0/\0".getBytes(US_ASCII);
    return insert(jpeg, 0xe1, Exif.join(List.of(head, xmp)));
  }

  /** An IPTC data set of record 2, or of record 1 for numbers from 256. */
  static byte[] iptc(int dataSet, byte[] value) {
    ByteBuffer bytes = ByteBuffer.allocate(5 + value.length);
    bytes.put((byte) 0x1c).put((byte) (dataSet >= 256 ? 1 : 2)).put((byte) dataSet);
    bytes.putShort((short) value.length).put(value);
    return bytes.array();
  }

  static byte[] insertIptc(byte[] jpeg, byte[]... dataSets) {
    byte[] data = Exif.join(List.of(dataSets));
    List<byte[]> parts = new ArrayList<>();
    parts.add("Photoshop 3.0\0".getBytes(US_ASCII));
    parts.add("8BIM\4\4\0\0".getBytes(US_ASCII));
    parts.add(ByteBuffer.allocate(4).putInt(data.length).array());
    parts.add(data);
    parts.add(new byte[data.length % 2]);
    return insert(jpeg, 0xed, Exif.join(parts));
  }

  /** {@code png} with a chunk after its header. */
  static byte[] insertChunk(byte[] png, String type, byte[] data) {
    int headerEnd = 8 + 25;
    CRC32 crc = new CRC32();
    crc.update(type.getBytes(US_ASCII));
    crc.update(data);
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(data.length).put(type.getBytes(US_ASCII)).put(data).putInt((int) crc.getValue());
    return Exif.join(
        List.of(
            Arrays.copyOf(png, headerEnd),
            chunk.array(),
            Arrays.copyOfRange(png, headerEnd, png.length)));
  }
}
