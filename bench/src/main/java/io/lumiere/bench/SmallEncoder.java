package io.lumiere.bench;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Folders;
import io.lumiere.base.RgbImage;
import io.lumiere.models.ImageEncoder;
import io.lumiere.models.convert.Blob;
import io.lumiere.models.convert.Convolution;
import io.lumiere.models.convert.Convolution.Rectifier;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.util.VectorUtil;

/**
 * A network of ncnn as small as can be: two convolutions of random weights, the same every time,
 * which make 64 numbers of 32 x 32 pixels. Like pictures get like vectors. Thread-safe.
 */
final class SmallEncoder implements ImageEncoder, AutoCloseable {
  private static final int DIMENSION = 64;
  private static final int SIZE = 32;
  private static final int PATCH = 4;
  private static final int CHANNELS = 16;

  static final EmbeddingModel MODEL = new EmbeddingModel("small", "0".repeat(64), DIMENSION);

  private final Network network;
  private final AtomicLong encoded = new AtomicLong();

  private SmallEncoder(Network network) {
    this.network = network;
  }

  static SmallEncoder create() throws IOException {
    Path folder = Files.createTempDirectory("lumiere-bench");
    try {
      NetworkBuilder net = new NetworkBuilder();
      Blob pixels = net.input("pixels");
      Blob patches = net.convolution(pixels, convolution(3, CHANNELS, PATCH, Rectifier.RELU));
      Blob whole =
          net.convolution(patches, convolution(CHANNELS, DIMENSION, SIZE / PATCH, Rectifier.NONE));
      net.output(net.channelMeans(whole), "vector");
      net.write(folder.resolve("net.param"), folder.resolve("net.bin"));
      return new SmallEncoder(Network.load(folder.resolve("net.param"), folder.resolve("net.bin")));
    } finally {
      Folders.delete(folder);
    }
  }

  private static Convolution convolution(int inputs, int outputs, int kernel, Rectifier after) {
    Random random = new Random(kernel);
    float[] weights = new float[outputs * inputs * kernel * kernel];
    double scale = 1 / Math.sqrt(inputs * kernel * kernel);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (scale * random.nextGaussian());
    }
    return new Convolution(weights, new float[outputs], kernel, kernel, 1, 0, after);
  }

  /** How many pictures it was given. */
  long encoded() {
    return encoded.get();
  }

  @Override
  public int imageSize() {
    return SIZE;
  }

  @Override
  public float[] encode(RgbImage image) {
    encoded.incrementAndGet();
    try (Session session = network.newSession()) {
      session.input("pixels", new FloatTensor(pixels(image), 3, SIZE, SIZE));
      return VectorUtil.l2normalize(session.output("vector").data());
    }
  }

  /** The nearest pixels, between -1 and 1. */
  private static float[] pixels(RgbImage image) {
    float[] pixels = new float[3 * SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int from = y * image.height() / SIZE * image.width() + x * image.width() / SIZE;
        for (int colour = 0; colour < 3; colour++) {
          int value = image.rgb()[3 * from + colour] & 0xff;
          pixels[(colour * SIZE + y) * SIZE + x] = value / 127.5f - 1;
        }
      }
    }
    return pixels;
  }

  @Override
  public void close() {
    network.close();
  }
}
