package io.lumiere.ncnn;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Runs a network in a process that has {@value #MEGABYTES} MB outside of Java's heap. */
final class LargeProcessMain {
  static final int MEGABYTES = 256;

  private LargeProcessMain() {}

  public static void main(String[] args) {
    ByteBuffer large = ByteBuffer.allocateDirect(MEGABYTES << 20);
    SampleNetworks.Sample sample = SampleNetworks.text();
    try (Network network = sample.files().load(Path.of(args[0]))) {
      SessionTest.run(network, sample, "out");
    }
    System.out.println("ran beside " + (large.capacity() >> 20) + " MB");
  }
}
