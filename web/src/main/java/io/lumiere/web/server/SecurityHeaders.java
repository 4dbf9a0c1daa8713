package io.lumiere.web.server;

import org.eclipse.jetty.http.HttpFields;

/** The headers that every reply has, whatever it is. Thread-safe. */
final class SecurityHeaders {
  /** What the page may load: its own files, and pictures that it holds in memory. */
  static final String PAGE_POLICY =
      "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** What a reply of the API may do when a browser shows it by itself: nothing. */
  static final String DATA_POLICY =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

  private SecurityHeaders() {}

  static void add(HttpFields.Mutable headers, String policy) {
    headers.put("Content-Security-Policy", policy);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(),"
            + " display-capture=()");
  }
}
