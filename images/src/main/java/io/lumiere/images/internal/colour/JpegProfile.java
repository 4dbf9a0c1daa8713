package io.lumiere.images.internal.colour;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.JpegMarker;
import io.lumiere.images.container.JpegSegment;
import io.lumiere.images.container.JpegSegments;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The profile in a JPEG: in segments APP2 that are numbered from 1 (ICC.1, B.4). Cameras that are
 * set to Adobe RGB say it in EXIF alone (DCF 2.0, 3.2).
 */
final class JpegProfile {
  private static final String PROFILE = "ICC_PROFILE\0";
  private static final String EXIF = "Exif\0\0";

  private JpegProfile() {}

  static byte @Nullable [] find(ByteView file) {
    SortedMap<Integer, ByteView> parts = new TreeMap<>();
    ByteView exif = null;
    JpegSegments segments = new JpegSegments(file);
    for (JpegSegment segment = segments.nextBeforeScan();
        segment != null;
        segment = segments.nextBeforeScan()) {
      ByteView content = segment.content();
      if (segment.marker() == JpegMarker.APP2 && content.has(0, PROFILE)) {
        parts.putIfAbsent(content.u8(PROFILE.length()), content.from(PROFILE.length() + 2L));
      } else if (segment.marker() == JpegMarker.APP1 && exif == null && content.has(0, EXIF)) {
        exif = content.from(EXIF.length());
      }
    }
    if (!parts.isEmpty()) {
      return joined(parts);
    }
    return exif != null && TiffProfile.isAdobeRgb(exif) ? MatrixProfile.ADOBE_RGB.bytes() : null;
  }

  /** At most 255 parts of 64 KiB. */
  private static byte[] joined(SortedMap<Integer, ByteView> parts) {
    if (parts.firstKey() != 1 || parts.lastKey() != parts.size()) {
      throw new CorruptImageException("a part of its colour profile is missing");
    }
    byte[] profile = new byte[parts.values().stream().mapToInt(ByteView::length).sum()];
    int at = 0;
    for (ByteView part : parts.values()) {
      part.copyTo(profile, at);
      at += part.length();
    }
    return profile;
  }
}
