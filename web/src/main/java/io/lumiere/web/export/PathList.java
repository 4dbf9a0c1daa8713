package io.lumiere.web.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where the photos' files are, a line each, for other programs on this machine. A control character
 * in a name is written as {@code ?}: a line break would make two paths of one.
 */
final class PathList {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private PathList() {}

  static void write(Hits hits, OutputStream out) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Path root = hits.root();
    hits.forEach(photo -> {
      lines.write(CONTROL.matcher(root.resolve(photo.file().path()).toString()).replaceAll("?"));
      lines.write('\n');
    });
    lines.flush();
  }
}
