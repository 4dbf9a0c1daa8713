package io.lumiere.web.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Where the photos' files are, a line each, for other programs on this machine. */
final class PathList {
  private PathList() {}

  static void write(Hits hits, OutputStream out) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    String root = hits.root().toString();
    hits.forEach(photo -> {
      lines.write(root);
      lines.write('/');
      lines.write(photo.file().path());
      lines.write('\n');
    });
    lines.flush();
  }
}
