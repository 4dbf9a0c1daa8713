package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a film's file says of it, in its box {@code moov} alone (QuickTime File Format; ISO/IEC
 * 14496-12, 8.2.2), however long the film is.
 *
 * @param created when its header says that it was made; null where it does not
 * @param seconds how long it is; NaN where that is not known
 * @param keys Apple's keys and their texts
 */
record FilmFile(@Nullable Instant created, double seconds, Map<String, String> keys) {
  /** Seconds from the beginning of 1904 to that of 1970. */
  private static final long EPOCH_1904 = 2_082_844_800L;

  private static final int HEAD = 16;

  /** Of a film of hours it has a few megabytes. */
  private static final int MAX_BYTES = 32 << 20;

  private static final int MAX_BOXES = 10_000;

  /** Reads a film; one without the box says nothing. */
  static FilmFile read(Path file) throws IOException {
    List<Box> boxes = Box.allWhole(ByteView.of(movie(file)), 0);
    Box header = Box.find(boxes, "mvhd");
    Box meta = Box.find(boxes, "meta");
    ByteView times = header == null ? null : header.content().bigEndian();
    return new FilmFile(
        times == null ? null : created(times),
        times == null ? Double.NaN : seconds(times),
        meta == null ? Map.of() : keys(meta.content()));
  }

  /** The content of the box; empty where there is none. */
  private static byte[] movie(Path file) throws IOException {
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      long at = 0;
      for (int i = 0; i < MAX_BOXES && at + HEAD <= in.size(); i++) {
        ByteView head = ByteView.of(bytes(in, at, HEAD)).bigEndian();
        boolean isLarge = head.u32(0) == 1;
        long size = isLarge ? head.offset64(8) : head.u32(0);
        int start = isLarge ? HEAD : 8;
        long end = size == 0 ? in.size() : Math.min(in.size(), at + size);
        if (head.has(4, "moov") && end - at >= start) {
          return bytes(in, at + start, Math.min(MAX_BYTES, end - at - start));
        }
        if (end - at < start) {
          break;
        }
        at = end;
      }
      return new byte[0];
    }
  }

  private static byte[] bytes(SeekableByteChannel in, long at, long count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) count);
    in.position(at);
    while (bytes.hasRemaining() && in.read(bytes) >= 0) {
      // A file that has become shorter leaves zeros.
    }
    return bytes.array();
  }

  /** Some programs count from 1970; there were no such films before. */
  private static @Nullable Instant created(ByteView header) {
    boolean isWide = header.u8(0) == 1;
    long seconds = isWide ? header.offset64(4) : header.u32(4);
    if (seconds <= 0 || seconds > Integer.MAX_VALUE + 2 * EPOCH_1904) {
      return null;
    }
    return Instant.ofEpochSecond(seconds >= EPOCH_1904 ? seconds - EPOCH_1904 : seconds);
  }

  private static double seconds(ByteView header) {
    boolean isWide = header.u8(0) == 1;
    long scale = header.u32(isWide ? 20 : 12);
    double duration = isWide ? header.offset64(24) : header.u32(16);
    return scale == 0 ? Double.NaN : duration / scale;
  }

  /** QuickTime's box has no version before its boxes; that of MP4 has. */
  private static Map<String, String> keys(ByteView meta) {
    List<Box> boxes = Box.allWhole(meta, meta.has(4, "hdlr") ? 0 : 4);
    Box keys = Box.find(boxes, "keys");
    Box values = Box.find(boxes, "ilst");
    Map<String, String> found = new HashMap<>();
    if (keys == null || values == null || keys.content().length() < 8) {
      return found;
    }
    List<String> names = names(keys.content());
    for (Box value : Box.allWhole(values.content(), 0)) {
      long number = ByteView.of(value.type().getBytes(ISO_8859_1)).bigEndian().u32(0);
      Box data = Box.find(Box.allWhole(value.content(), 0), "data");
      if (number >= 1 && number <= names.size() && data != null && data.content().length() > 8) {
        found.putIfAbsent(
            names.get((int) number - 1), new String(data.content().from(8).copy(), UTF_8));
      }
    }
    return found;
  }

  private static List<String> names(ByteView keys) {
    List<String> names = new ArrayList<>();
    for (Box name : Box.allWhole(keys, 8)) {
      names.add(new String(name.content().copy(), UTF_8));
    }
    return names;
  }
}
