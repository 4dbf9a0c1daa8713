package io.lumiere.indexer.internal.metadata;

/**
 * The name of a property. Some writers leave out what ends a namespace, so it does not count.
 *
 * @param namespace the URI without a slash or hash at its end
 * @param local the name in it
 */
record XmpName(String namespace, String local) {
  XmpName {
    namespace = withoutEnd(namespace);
  }

  static String withoutEnd(String uri) {
    int end = uri.length();
    while (end > 0 && (uri.charAt(end - 1) == '/' || uri.charAt(end - 1) == '#')) {
      end--;
    }
    return uri.substring(0, end);
  }
}
