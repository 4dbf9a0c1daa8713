package io.lumiere.models.clip;

import io.lumiere.models.convert.Calibration;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.convert.Storage;
import io.lumiere.models.internal.family.Conversion;
import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.Session;
import io.lumiere.ncnn.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes a tower's network. In 8 bits it is written twice: first in half precision, which runs on
 * samples to calibrate the second and is what the second is compared with.
 */
final class NetworkWriter {
  private final Path modelDir;
  private final Storage storage;
  private final Consumer<String> progress;

  NetworkWriter(Path modelDir, Storage storage, Consumer<String> progress) {
    this.modelDir = modelDir;
    this.storage = storage;
    this.progress = progress;
  }

  /**
   * Writes a network.
   *
   * @param samples the network's inputs for each run that 8 bits are calibrated with; may be empty
   */
  void write(
      Consumer<NetworkBuilder> tower,
      String param,
      String bin,
      List<? extends Map<String, ? extends Tensor>> samples)
      throws IOException {
    if (storage != Storage.INT8 || samples.isEmpty()) {
      NetworkBuilder net = new NetworkBuilder(storage);
      tower.accept(net);
      net.write(modelDir.resolve(param), modelDir.resolve(bin));
      return;
    }
    NetworkBuilder reference = new NetworkBuilder(Storage.FP16);
    tower.accept(reference);
    reference.write(modelDir.resolve(param), modelDir.resolve(bin));
    Calibration calibration;
    List<float[]> expected;
    try (Network network = load(param, bin)) {
      calibration = Calibration.measure(reference, network, samples);
      expected = run(network, samples);
    }
    NetworkBuilder net = new NetworkBuilder(Storage.INT8, calibration);
    tower.accept(net);
    Files.delete(modelDir.resolve(param));
    Files.delete(modelDir.resolve(bin));
    net.write(modelDir.resolve(param), modelDir.resolve(bin));
    try (Network network = load(param, bin)) {
      report(expected, run(network, samples));
    }
  }

  private Network load(String param, String bin) {
    return Network.load(modelDir.resolve(param), modelDir.resolve(bin));
  }

  private static List<float[]> run(
      Network network, List<? extends Map<String, ? extends Tensor>> samples) {
    List<float[]> vectors = new ArrayList<>();
    for (Map<String, ? extends Tensor> sample : samples) {
      try (Session session = network.newSession()) {
        sample.forEach(session::input);
        vectors.add(session.output(Conversion.VECTOR).data().clone());
      }
    }
    return vectors;
  }

  private void report(List<float[]> expected, List<float[]> got) {
    double least = 1;
    double sum = 0;
    for (int i = 0; i < got.size(); i++) {
      double cosine = cosine(expected.get(i), got.get(i));
      least = Math.min(least, cosine);
      sum += cosine;
    }
    progress.accept(
        String.format(
            Locale.ROOT,
            "  in 8 bits: cosine to half precision %.5f on average, %.5f at least, of %d samples",
            sum / got.size(),
            least,
            got.size()));
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      squaresA += (double) a[i] * a[i];
      squaresB += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(squaresA * squaresB);
  }
}
