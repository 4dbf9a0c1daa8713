package io.lumiere.workspace.search;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.ProcessLock;
import io.lumiere.base.Sha256;
import io.lumiere.models.TextEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Vectors of captions, kept in a file of the cache from one search to the next. In memory are those
 * that were just asked for, and where the others stand, some 100 bytes a text. What cannot be read
 * or written only costs time. Not thread-safe.
 */
public final class CaptionVectors {
  /** So many texts are encoded, on all cores, before they are written: a stop loses no more. */
  private static final int BATCH = 256;

  /** How long to wait for another process that writes; then nothing is kept. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TextEncoder encoder;
  private final VectorFile file;
  private final ProcessLock lock;
  private final IntConsumer encoded;

  /**
   * Finds out what earlier searches with a model encoded.
   *
   * @param encoded told how many texts more have been encoded, now and then
   */
  public CaptionVectors(
      EmbeddingModel model, TextEncoder encoder, Path cache, IntConsumer encoded) {
    Path kept = cache.resolve("captions").resolve(model.contentHash() + ".bin");
    this.encoder = encoder;
    this.file = new VectorFile(kept, model.dimension());
    this.lock =
        new ProcessLock(kept.resolveSibling(kept.getFileName() + ".lock"), PATIENCE, waiting -> {});
    this.encoded = encoded;
  }

  /** The vectors of these texts; those that are not known yet are encoded and kept. */
  public List<float[]> of(List<String> texts) {
    Map<String, float[]> known = new HashMap<>();
    Set<String> fresh = new LinkedHashSet<>();
    for (String text : texts) {
      float[] vector = known.containsKey(text) ? null : file.find(Sha256.of(text));
      if (vector != null) {
        known.put(text, vector);
      } else if (!known.containsKey(text)) {
        fresh.add(text);
      }
    }
    List<String> rest = new ArrayList<>(fresh);
    for (int from = 0; from < rest.size(); from += BATCH) {
      encode(rest.subList(from, Math.min(rest.size(), from + BATCH)), known);
    }
    return texts.stream().map(known::get).toList();
  }

  /** The vector of a text that is not kept. */
  public float[] of(String text) {
    float[] vector = file.find(Sha256.of(text));
    return vector == null ? encoder.encode(text) : vector;
  }

  private void encode(List<String> texts, Map<String, float[]> known) {
    List<float[]> vectors = texts.parallelStream().map(encoder::encode).toList();
    Map<String, float[]> byHash = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      known.put(texts.get(i), vectors.get(i));
      byHash.put(Sha256.of(texts.get(i)), vectors.get(i));
    }
    keep(byHash);
    encoded.accept(texts.size());
  }

  private void keep(Map<String, float[]> byHash) {
    try {
      lock.hold(() -> {
        file.append(byHash);
        return true;
      });
    } catch (IOException | RuntimeException e) {
      // A cache that cannot be written, or that another process holds: they are encoded again.
    }
  }
}
