package io.lumiere.indexer.internal.metadata;

/**
 * The name of a property. Some writers leave out what ends a namespace, so it does not count; some
 * write {@code https:}, and mean the same.
 *
 * @param namespace the URI without a slash or hash at its end
 * @param local the name in it
 */
record XmpName(String namespace, String local) {
  private static final String SAFE = "https://";

  XmpName {
    namespace = plain(namespace);
  }

  static String plain(String uri) {
    int end = uri.length();
    while (end > 0 && (uri.charAt(end - 1) == '/' || uri.charAt(end - 1) == '#')) {
      end--;
    }
    String name = uri.substring(0, end);
    return name.startsWith(SAFE) ? "http://" + name.substring(SAFE.length()) : name;
  }
}
