package io.lumiere.gallery.internal.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Photos of unpacked Debian packages. Every one of them is a JPEG file in upright orientation. */
public final class PhotoSource implements PictureSource {
  private final List<Path> roots;
  private final List<Sample> samples;

  /** Looks under {@code roots} for the photos of the table; those not there are left out. */
  public PhotoSource(List<Path> roots) {
    this.roots = List.copyOf(roots);
    this.samples =
        SampleTable.photos().stream().filter(sample -> Files.isRegularFile(file(sample))).toList();
  }

  @Override
  public List<Sample> samples() {
    return samples;
  }

  @Override
  public boolean painted() {
    return false;
  }

  @Override
  public String fingerprint(Sample sample) throws IOException {
    return Hashes.sha256(Files.readAllBytes(file(sample)));
  }

  @Override
  public Picture jpeg(Sample sample) throws IOException {
    return new Picture(Files.readAllBytes(file(sample)), 1);
  }

  private Path file(Sample sample) {
    return roots.stream()
        .map(root -> root.resolve(sample.sourceName()))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseGet(() -> Path.of(sample.sourceName()));
  }
}
