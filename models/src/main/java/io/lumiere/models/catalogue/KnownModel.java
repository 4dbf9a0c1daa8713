package io.lumiere.models.catalogue;

import io.lumiere.models.download.RemoteFile;
import java.util.List;

/**
 * A published checkpoint that can be added by name. Immutable.
 *
 * @param name what a person types
 * @param title the model's own name and what it was trained on
 * @param family of models that are converted alike, such as {@code CLIP}
 * @param dimension length of its vectors
 * @param languages that its text side understands
 * @param licence of the weights as their publisher states it
 * @param page where the publisher describes it
 * @param note what it is good for, in a sentence
 * @param files what is downloaded
 */
public record KnownModel(
    String name,
    String title,
    String family,
    int dimension,
    String languages,
    String licence,
    String page,
    String note,
    List<RemoteFile> files) {
  public KnownModel {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("model " + name + " lists no file");
    }
  }

  /** About how many bytes all files have; files whose size nobody published count as nothing. */
  public long bytes() {
    return files.stream().mapToLong(RemoteFile::bytes).sum();
  }

  /** Whether every byte count that {@link #bytes} adds up is exact. */
  public boolean exact() {
    return files.stream().allMatch(RemoteFile::exact);
  }
}
