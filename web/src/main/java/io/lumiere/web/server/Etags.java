package io.lumiere.web.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What identifies the content of a reply (RFC 9110, 8.8.3). Thread-safe. */
final class Etags {
  private static final int HASH_BYTES = 16;

  /** Marks the gzipped form: a strong ETag stands for the bytes that are sent. */
  private static final String GZIPPED = "-gz";

  private Etags() {}

  /** A tag for these bytes. */
  static String of(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }

  /** The header's value. */
  static String quoted(String tag, boolean gzipped) {
    return "\"" + tag + (gzipped ? GZIPPED : "") + "\"";
  }

  /** Whether one of the If-None-Match headers names the tag, in whichever form. */
  static boolean matches(List<String> headers, String tag) {
    for (String header : headers) {
      for (String part : header.split(",")) {
        String each = part.strip();
        if (each.equals("*") || plain(each).equals(tag)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String plain(String etag) {
    String text = etag.startsWith("W/") ? etag.substring(2) : etag;
    if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1);
    }
    return text.endsWith(GZIPPED) ? text.substring(0, text.length() - GZIPPED.length()) : text;
  }
}
