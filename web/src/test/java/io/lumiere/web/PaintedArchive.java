package io.lumiere.web;

import io.lumiere.gallery.PaintedScenes;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.models.DualEncoder;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.setup.SetupListener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A small archive of painted scenes, with the starter model, in a folder of a test's own. */
public final class PaintedArchive {
  private static final int SIDE = 96;

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();

  public PaintedArchive(Path folder) {
    this.folder = folder;
  }

  /** The same with another environment variable. */
  public PaintedArchive with(String variable, String value) {
    PaintedArchive other = new PaintedArchive(folder);
    other.variables.putAll(variables);
    other.variables.put(variable, value);
    return other;
  }

  /** Where things of this test are kept; the starter model is the machine's. */
  public Home home() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LUMIERE_INDEX", index().toString());
    environment.put("LUMIERE_MODELS", folder.resolve("models").toString());
    environment.put("LUMIERE_HOME", Path.of("").toAbsolutePath().getParent().toString());
    environment.putAll(variables);
    return new Home(environment);
  }

  /** The default index, which is there after {@link #index(String...)}. */
  public Path index() {
    return folder.resolve("index");
  }

  /** The folder of photos. */
  public Path photos() {
    return folder.resolve("photos");
  }

  /** Paints photos of these names, {@code .jpg} or {@code .png}, in folders as they say. */
  public void paint(String... names) {
    List<BufferedImage> scenes =
        PaintedScenes.paint(Math.min(names.length, PaintedScenes.count()), SIDE);
    try {
      for (int i = 0; i < names.length; i++) {
        Path file = photos().resolve(names[i]);
        Files.createDirectories(file.getParent());
        BufferedImage scene = scenes.get(i % scenes.size());
        scene.setRGB(0, 0, i); // So that no two are the same.
        ImageIO.write(scene, names[i].substring(names[i].lastIndexOf('.') + 1), file.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paints photos, then brings the default index up to date with all there are. */
  public IndexReport index(String... names) {
    paint(names);
    return indexTo(index());
  }

  /** Brings an index of the photos up to date. */
  public IndexReport indexTo(Path index) {
    try (DualEncoder encoder = new ModelChoice(home(), SetupListener.NONE).open(null)) {
      return new Indexer(photos(), index, encoder, IndexerOptions.DEFAULTS)
          .run(ProgressListener.NONE);
    }
  }
}
