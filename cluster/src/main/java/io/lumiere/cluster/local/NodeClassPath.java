package io.lumiere.cluster.local;

import io.lumiere.base.LumiereException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.solr.common.util.Utils;

/**
 * The class path of a node: Solr with the Lucene that it was built with, and the plugin. It is
 * another than the program's own, whose Lucene is newer. Immutable.
 */
record NodeClassPath(String text) {
  private static final String PLUGINS = "ImplicitPlugins.json";

  /** Handlers of Solr that need classes of solr-solrj-streaming, which is in no registry. */
  private static final List<String> STREAMING = List.of("/export", "/graph", "/stream", "/sql");

  /**
   * The class path of a module {@code solr} that was built.
   *
   * @param folder where a file of it is written
   * @throws LumiereException if it was not built
   */
  static NodeClassPath of(Path runtime, Path folder) throws IOException {
    Path classes = runtime.resolve("classes");
    Path lib = runtime.resolve("lib");
    if (!Files.isDirectory(classes) || !Files.isDirectory(lib)) {
      throw new LumiereException(
          "Solr's nodes are not built: there is no " + lib + "; './lumiere cluster start' does it");
    }
    Path first = Files.createDirectories(folder.resolve("classes"));
    Files.write(first.resolve(PLUGINS), withoutStreaming(solr(lib)));
    return new NodeClassPath(
        String.join(
            File.pathSeparator, first.toString(), classes.toString(), lib.resolve("*").toString()));
  }

  private static Path solr(Path lib) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib, "solr-core-*.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    }
    throw new LumiereException("there is no solr-core in " + lib + ": './lumiere build' mends it");
  }

  /** Solr's list of handlers, without those that cannot be loaded. */
  private static byte[] withoutStreaming(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(PLUGINS);
      if (entry == null) {
        throw new LumiereException("there is no " + PLUGINS + " in " + jar);
      }
      try (InputStream file = zip.getInputStream(entry)) {
        Map<?, ?> plugins = (Map<?, ?>) Utils.fromJSON(file);
        if (plugins.get("requestHandler") instanceof Map<?, ?> handlers) {
          handlers.keySet().removeAll(STREAMING);
        }
        return Utils.toJSON(plugins);
      }
    }
  }
}
