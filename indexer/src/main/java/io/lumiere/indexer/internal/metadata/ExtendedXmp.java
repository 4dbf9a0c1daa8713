package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Metadata;
import io.lumiere.images.container.ByteView;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Joins the XMP of a JPEG file that is too long for one segment (XMP specification, part 3,
 * 1.1.3.1). Each part has the MD5 of the whole, the length of the whole, and where in it the part
 * belongs; the main packet names the MD5.
 */
final class ExtendedXmp {
  private static final String HEAD = "http://ns.adobe.com/xmp/extension/\0";
  private static final String NS_NOTE = "http://ns.adobe.com/xmp/note/";
  private static final int HASH = 32;
  private static final int CONTENT = HEAD.length() + HASH + 8;
  private static final int MAX_BYTES = 32 << 20;

  private final Map<String, TreeMap<Long, byte[]>> parts = new LinkedHashMap<>();
  private final Map<String, Long> lengths = new LinkedHashMap<>();
  private int size;

  /** Adds a segment that may be such a part. */
  void add(ByteView segment) {
    if (segment.length() < CONTENT || size > MAX_BYTES || !segment.has(0, HEAD)) {
      return;
    }
    String hash = segment.latin(HEAD.length(), HASH).toUpperCase(Locale.ROOT);
    lengths.putIfAbsent(hash, segment.u32(CONTENT - 8));
    byte[] content = segment.from(CONTENT).copy();
    parts
        .computeIfAbsent(hash, key -> new TreeMap<>())
        .putIfAbsent(segment.u32(CONTENT - 4), content);
    size += content.length;
  }

  /** Adds the block of the packet that the main one names. */
  void read(Metadata metadata, Notes notes) {
    String named = named(metadata);
    String hash = named != null && parts.containsKey(named) ? named : whole();
    if (hash == null) {
      if (named != null) {
        notes.addDamage("the XMP block is damaged: its extension is not there");
      }
      return;
    }
    byte[] packet = join(parts.getOrDefault(hash, new TreeMap<>()));
    if (packet.length < lengths.getOrDefault(hash, 0L)) {
      notes.addDamage("the XMP block is damaged: a part of its extension is not there");
    }
    Blocks.attempt("extended XMP", notes, () -> XmpPacket.read(packet, metadata, notes));
  }

  private static @Nullable String named(Metadata metadata) {
    String hash = new Tags(metadata).xmp(NS_NOTE, "HasExtendedXMP");
    return hash == null ? null : hash.strip().toUpperCase(Locale.ROOT);
  }

  /** Where the main packet names none: one that has its MD5, or the only one. */
  private @Nullable String whole() {
    for (Map.Entry<String, TreeMap<Long, byte[]>> entry : parts.entrySet()) {
      if (md5(join(entry.getValue())).equals(entry.getKey())) {
        return entry.getKey();
      }
    }
    return parts.size() == 1 ? parts.keySet().iterator().next() : null;
  }

  /** The parts from the beginning to the first that is missing. */
  private static byte[] join(SortedMap<Long, byte[]> parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (Map.Entry<Long, byte[]> part : parts.entrySet()) {
      long overlap = joined.size() - part.getKey();
      if (overlap < 0) {
        break;
      }
      int skip = (int) Math.min(overlap, part.getValue().length);
      joined.write(part.getValue(), skip, part.getValue().length - skip);
    }
    return joined.toByteArray();
  }

  private static String md5(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(bytes);
      return HexFormat.of().withUpperCase().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
