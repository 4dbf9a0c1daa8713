package io.lumiere.models.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.ncnn.NetworkOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both towers against the reference frameworks: weights, layers, tokens and preprocessing. */
class StarterParityTest {
  private static final double MIN_COSINE = 0.9999;

  @Test
  void imageTowerAgreesWithPyTorch() {
    List<Goldens.Image> goldens = Goldens.images();
    assertThat(goldens).hasSize(PaintedImages.COUNT).hasSizeGreaterThanOrEqualTo(8);
    double worst = 1;
    double worstLogit = 0;
    try (ImageTower tower = new ImageTower(StarterFixture.model(), NetworkOptions.DEFAULT)) {
      for (int kind = 0; kind < PaintedImages.COUNT; kind++) {
        ImageTower.Result result = tower.run(PaintedImages.of(kind));
        Goldens.Image golden = goldens.get(kind);
        double logits = cosine(result.logits(), golden.logits());
        double features = cosine(result.features(), golden.features());
        double probabilities = cosine(softmax(result.logits()), softmax(golden.logits()));
        assertThat(logits).as("logits of image %d", kind).isGreaterThanOrEqualTo(MIN_COSINE);
        assertThat(features).as("features of image %d", kind).isGreaterThanOrEqualTo(MIN_COSINE);
        assertThat(probabilities)
            .as("probabilities of image %d", kind)
            .isGreaterThanOrEqualTo(MIN_COSINE);
        worst = Math.min(worst, Math.min(logits, Math.min(features, probabilities)));
        worstLogit = Math.max(worstLogit, maxDifference(result.logits(), golden.logits()));
      }
    }
    System.out.printf(
        "image tower against PyTorch: %d images, least cosine %.7f, largest logit difference"
            + " %.4f%n",
        PaintedImages.COUNT, worst, worstLogit);
  }

  @Test
  void textTowerAgreesWithSentenceTransformers() {
    List<Goldens.Text> goldens = Goldens.texts();
    assertThat(goldens).hasSizeGreaterThanOrEqualTo(20);
    double worst = 1;
    try (SentenceTower tower = new SentenceTower(StarterFixture.model(), NetworkOptions.DEFAULT)) {
      for (Goldens.Text golden : goldens) {
        double cosine = cosine(tower.encode(golden.text()), golden.vector());
        assertThat(cosine).as(golden.text()).isGreaterThanOrEqualTo(MIN_COSINE);
        worst = Math.min(worst, cosine);
      }
    }
    System.out.printf(
        "text tower against sentence-transformers: %d texts, least cosine %.7f%n",
        goldens.size(), worst);
  }

  static double cosine(float[] a, float[] b) {
    assertThat(a).hasSameSizeAs(b);
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(aa * bb);
  }

  private static float[] softmax(float[] logits) {
    float[] powers = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      powers[i] = (float) Math.exp(logits[i]); // A common factor does not change the cosine.
    }
    return powers;
  }

  private static double maxDifference(float[] a, float[] b) {
    double max = 0;
    for (int i = 0; i < a.length; i++) {
      max = Math.max(max, Math.abs((double) a[i] - b[i]));
    }
    return max;
  }
}
