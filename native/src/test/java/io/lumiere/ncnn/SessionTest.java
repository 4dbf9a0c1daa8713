package io.lumiere.ncnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.ncnn.SampleNetworks.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Life cycles, threads, and inputs that do not fit. */
class SessionTest {
  @TempDir Path dir;

  static float[] run(Network network, Sample sample, String output) {
    try (Session session = network.newSession()) {
      sample.inputs().forEach(session::input);
      return session.output(output).data();
    }
  }

  @Test
  void manyThreadsShareANetworkAndAgreeToTheBit() throws Exception {
    for (Sample sample : List.of(SampleNetworks.text(), SampleNetworks.image())) {
      try (Network network = sample.files().load(dir);
          ExecutorService threads = Executors.newFixedThreadPool(8)) {
        float[] expected = run(network, sample, "out");
        List<Future<Boolean>> runs = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
          runs.add(threads.submit(() -> Arrays.equals(expected, run(network, sample, "out"))));
        }
        for (Future<Boolean> equal : runs) {
          assertThat(equal.get()).isTrue();
        }
      }
    }
  }

  @Test
  void bf16IsCloseToFullPrecision() {
    Sample sample = SampleNetworks.text();
    float[] full;
    try (Network network = sample.files().load(dir)) {
      full = run(network, sample, "out");
    }
    try (Network network = sample.files().load(dir, new NetworkOptions(Precision.BF16))) {
      float[] rough = run(network, sample, "out");
      double dot = 0;
      for (int i = 0; i < full.length; i++) {
        dot += (double) full[i] * rough[i];
      }
      assertThat(dot).isBetween(0.999, 1.001).isNotEqualTo(1.0);
    }
  }

  @Test
  void runsEverySupportedLayer() {
    for (Sample sample : List.of(SampleNetworks.shapes(), SampleNetworks.matrices())) {
      try (Network network = sample.files().load(dir);
          Session session = network.newSession()) {
        sample.inputs().forEach(session::input);
        for (String output : network.outputNames()) {
          for (float value : session.output(output).data()) {
            assertThat(value).isFinite();
          }
        }
      }
    }
  }

  @Test
  void namesItsInputsAndOutputs() {
    try (Network network = SampleNetworks.text().files().load(dir)) {
      assertThat(network.inputNames()).containsExactly("ids", "mask");
      assertThat(network.outputNames()).containsExactly("out");
    }
  }

  @Test
  void anyBlobCanBeFetchedInAnyOrder() {
    Sample sample = SampleNetworks.text();
    try (Network network = sample.files().load(dir);
        Session session = network.newSession()) {
      sample.inputs().forEach(session::input);
      float[] middle = session.output("n").data();
      float[] out = session.output("out").data();
      assertThat(session.output("n").data()).containsExactly(middle);
      assertThat(session.output("out").data()).containsExactly(out);
      assertThat(session.output("out").data()).containsExactly(out);
      assertThat(session.output("p").shape()).containsExactly(32, 16);
      assertThat(session.output("mask").data()).containsExactly(new float[25]);
      assertThatThrownBy(() -> session.output("ids")).hasMessageContaining("integers");
    }
  }

  @Test
  void anInputSetAnewIsUsed() {
    Sample sample = SampleNetworks.text();
    try (Network network = sample.files().load(dir);
        Session session = network.newSession()) {
      sample.inputs().forEach(session::input);
      float[] first = session.output("out").data();
      session.input("ids", new IntTensor(new int[] {1, 1, 1, 1, 1}, 5));
      assertThat(session.output("out").data()).isNotEqualTo(first);
      session.input("ids", sample.inputs().get("ids"));
      assertThat(session.output("out").data()).containsExactly(first);
    }
  }

  @Test
  void useAfterCloseIsRefusedAndClosingTwiceIsHarmless() {
    Sample sample = SampleNetworks.text();
    Network network = sample.files().load(dir);
    Session session = network.newSession();
    sample.inputs().forEach(session::input);
    session.close();
    session.close();
    network.close();
    network.close();
    assertThatIllegalStateException().isThrownBy(() -> session.output("out"));
    assertThatIllegalStateException()
        .isThrownBy(() -> session.input("ids", sample.inputs().get("ids")));
    assertThatIllegalStateException()
        .isThrownBy(network::newSession)
        .withMessageContaining("network is closed");
    assertThat(network.outputNames()).containsExactly("out");
  }

  @Test
  void sessionsOutliveTheirNetwork() {
    Sample sample = SampleNetworks.image();
    Network network = sample.files().load(dir);
    float[] expected = run(network, sample, "out");
    try (Session session = network.newSession()) {
      sample.inputs().forEach(session::input);
      network.close();
      assertThat(session.output("out").data()).containsExactly(expected);
    }
  }

  @Test
  void closingInTheMiddleOfRunsIsSafe() throws Exception {
    Sample sample = SampleNetworks.image();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 20; round++) {
        Network network = sample.files().load(dir);
        Session shared = network.newSession();
        sample.inputs().forEach(shared::input);
        float[] expected = shared.output("out").data();
        List<Future<Integer>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          runs.add(threads.submit(() -> runUntilClosed(shared, expected)));
        }
        Thread.sleep(5);
        network.close();
        shared.close();
        for (Future<Integer> run : runs) {
          assertThat(run.get()).isNotNegative();
        }
      }
    }
  }

  private static int runUntilClosed(Session session, float[] expected) {
    for (int count = 0; ; count++) {
      try {
        assertThat(session.output("out").data()).containsExactly(expected);
      } catch (IllegalStateException closed) {
        return count;
      }
    }
  }

  @Test
  void aDeepNetworkNeedsNoDeepStack() throws Exception {
    NetworkFiles files = new NetworkFiles().layer("Input in 0 1 b0");
    int layers = 9000;
    for (int i = 1; i <= layers; i++) {
      files.layer("BinaryOp add" + i + " 1 1 b" + (i - 1) + " b" + i + " 0=0 1=1 2=1.0");
    }
    try (Network network = files.load(dir);
        Session session = network.newSession()) {
      session.input("b0", new FloatTensor(new float[] {0, 1}, 2));
      FloatTensor[] out = new FloatTensor[1];
      Runnable run = () -> out[0] = session.output("b" + layers);
      Thread thread = new Thread(null, run, "small stack", 200_000);
      thread.start();
      thread.join();
      assertThat(out[0].data()).containsExactly(layers, layers + 1);
    }
  }

  @Test
  void whatIsNotClosedIsFreedInTheEnd() {
    Sample sample = SampleNetworks.text();
    float[] expected = null;
    for (int i = 0; i < 300; i++) {
      Network network = sample.files().load(dir);
      Session session = network.newSession();
      sample.inputs().forEach(session::input);
      float[] out = session.output("out").data();
      expected = expected == null ? out : expected;
      assertThat(out).containsExactly(expected);
      if (i % 100 == 0) {
        System.gc();
      }
    }
  }
}
