package io.lumiere.workspace.search;

import io.lumiere.base.Sha256;
import io.lumiere.models.DualEncoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Vectors of captions, kept in a file of the cache from one search to the next: each text's SHA-256
 * and its floats. A damaged file is as good as none, and one that cannot be written only costs
 * time. Not thread-safe.
 */
public final class CaptionVectors {
  private static final int HASH_BYTES = 32;

  private final DualEncoder encoder;
  private final Path file;
  private final Map<String, float[]> known;

  /** Reads what earlier searches with this model encoded. */
  public CaptionVectors(DualEncoder encoder, Path cache) {
    this.encoder = encoder;
    this.file = cache.resolve("captions").resolve(encoder.model().contentHash() + ".bin");
    this.known = new TreeMap<>(read(file, encoder.model().dimension()));
  }

  /** Encodes those of these texts that are not known yet, on all cores, and keeps them. */
  public void keep(Collection<String> texts) {
    List<String> fresh =
        texts.stream().filter(text -> !known.containsKey(Sha256.of(text))).toList();
    Map<String, float[]> encoded = new ConcurrentHashMap<>();
    fresh.parallelStream()
        .forEach(text -> encoded.put(Sha256.of(text), encoder.texts().encode(text)));
    if (!encoded.isEmpty()) {
      known.putAll(encoded);
      CacheFile.replace(file, this::writeTo);
    }
  }

  /** The vector of a text, which need not be kept. */
  public float[] of(String text) {
    float[] vector = known.get(Sha256.of(text));
    return vector == null ? encoder.texts().encode(text) : vector;
  }

  private static Map<String, float[]> read(Path file, int dimension) {
    Map<String, float[]> vectors = new TreeMap<>();
    if (!Files.isRegularFile(file)) {
      return vectors;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        byte[] hash = in.readNBytes(HASH_BYTES);
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
          vector[i] = in.readFloat();
        }
        vectors.put(HexFormat.of().formatHex(hash), vector);
      }
    } catch (EOFException e) {
      return vectors; // All is read.
    } catch (IOException e) {
      return new TreeMap<>();
    }
  }

  private void writeTo(Path fresh) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
      for (Map.Entry<String, float[]> entry : known.entrySet()) {
        out.write(HexFormat.of().parseHex(entry.getKey()));
        for (float value : entry.getValue()) {
          out.writeFloat(value);
        }
      }
    }
  }
}
