package io.lumiere.gallery.internal.samples;

import io.lumiere.gallery.GalleryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Writes an archive from a source of pictures. Each file appears whole (written in the same folder
 * under a hidden name, then renamed) and only where it is missing or not what its recipe says.
 */
public final class ArchiveWriter {
  private static final String CAPTIONS = "captions.tsv";

  private final Path dir;
  private final PictureSource source;
  private final Consumer<String> progress;
  private final List<Sample> samples;
  private final Map<String, Manifest.Entry> before;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();

  /** Nothing is read or written before {@link #write}, except an earlier run's manifest. */
  public ArchiveWriter(Path dir, PictureSource source, Consumer<String> progress) {
    this.dir = dir.toAbsolutePath().normalize();
    this.source = source;
    this.progress = progress;
    this.samples = source.samples();
    this.before = Manifest.read(this.dir);
  }

  /** Completes the archive and returns how many photos had to be written. */
  public int write() {
    // The entries keep the order of the samples, whichever thread finishes first.
    List<Manifest.Entry> entries = InParallel.map(samples.size(), this::complete);
    removeStale();
    writeIfDifferent(dir.resolve(CAPTIONS), captions());
    // Last: an interrupted run has no manifest that promises more than there is.
    writeIfDifferent(dir.resolve(Manifest.FILE_NAME), Manifest.text(samples, entries));
    return written.get();
  }

  private Manifest.Entry complete(int index) {
    Sample sample = samples.get(index);
    Path file = dir.resolve(sample.target());
    try {
      String recipe =
          Hashes.sha256(
              sample.row() + "\n" + JpegMetadata.VERSION + "\n" + source.fingerprint(sample));
      Manifest.Entry known = before.get(sample.target());
      if (known != null && known.recipe().equals(recipe) && isIntact(file, known)) {
        report(sample, "unchanged");
        return known;
      }
      PictureSource.Picture picture = source.jpeg(sample);
      byte[] bytes = JpegMetadata.write(picture.jpeg(), sample, picture.orientation());
      writeWhole(file, bytes);
      written.incrementAndGet();
      report(sample, "written");
      return new Manifest.Entry(recipe, Hashes.sha256(bytes));
    } catch (IOException e) {
      throw new GalleryException(
          "can't make %s from %s: %s".formatted(file, sample.source(), e.getMessage()), e);
    }
  }

  private synchronized void report(Sample sample, String what) {
    progress.accept(
        "%d of %d photos: %s (%s)"
            .formatted(done.incrementAndGet(), samples.size(), sample.target(), what));
  }

  /** Removes what another kind of archive left here, unless someone has changed it since. */
  private void removeStale() {
    Set<String> targets = new HashSet<>();
    samples.forEach(sample -> targets.add(sample.target()));
    before.forEach((target, entry) -> {
      Path file = dir.resolve(target).normalize();
      try {
        if (!targets.contains(target) && file.startsWith(dir) && isIntact(file, entry)) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new GalleryException("can't remove " + file, e);
      }
    });
  }

  private static boolean isIntact(Path file, Manifest.Entry entry) throws IOException {
    return Files.isRegularFile(file)
        && Hashes.sha256(Files.readAllBytes(file)).equals(entry.sha256());
  }

  private String captions() {
    Set<String> targets = new HashSet<>();
    samples.forEach(sample -> targets.add(sample.target()));
    StringBuilder text = new StringBuilder();
    SampleTable.captions(source.painted())
        .lines()
        .filter(line -> targets.contains(line.split("\t", 2)[0]))
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static void writeIfDifferent(Path file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
        writeWhole(file, bytes);
      }
    } catch (IOException e) {
      throw new GalleryException("can't write " + file, e);
    }
  }

  /** Writes a file so that it is there whole or not at all; makes its folders. */
  public static void writeWhole(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " has no parent folder");
    }
    Files.createDirectories(folder);
    Path part = folder.resolve("." + file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
