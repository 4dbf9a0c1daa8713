package io.lumiere.bench;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.lumiere.base.RgbImage;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * A tower in onnxruntime, on one thread. One of images takes {@code [1, 3, height, width]} floats,
 * one of texts {@code [1, tokens]} numbers of tokens. onnxruntime calls itself for each layer when
 * it prepares a file: threads need large stacks.
 */
final class OnnxTower implements AutoCloseable {
  private static final float[] MEAN = {0.48145467f, 0.4578275f, 0.40821072f};
  private static final float[] STD = {0.26862955f, 0.2613026f, 0.2757771f};

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final String input;

  OnnxTower(String file) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(file, options);
    }
    input = session.getInputNames().iterator().next();
  }

  /** The vector of an image of the model's size, whose pixels are normalised here as CLIP does. */
  float[] encode(RgbImage image) throws OrtException {
    int area = image.width() * image.height();
    float[] planes = new float[3 * area];
    for (int channel = 0; channel < 3; channel++) {
      for (int i = 0; i < area; i++) {
        float value = (image.rgb()[3 * i + channel] & 0xff) / 255f;
        planes[channel * area + i] = (value - MEAN[channel]) / STD[channel];
      }
    }
    return encode(planes, image.width());
  }

  /** The vector of pixels that are normalised already: planes of the model's size. */
  float[] encode(float[] planes, int side) throws OrtException {
    long[] shape = {1, 3, side, side};
    return run(OnnxTensor.createTensor(environment, FloatBuffer.wrap(planes), shape));
  }

  /** The vector of a text. */
  float[] encode(long[] tokens) throws OrtException {
    long[] shape = {1, tokens.length};
    return run(OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape));
  }

  private float[] run(OnnxTensor tensor) throws OrtException {
    try (tensor;
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }

  /** The width of images that it takes. */
  int side() throws OrtException {
    NodeInfo taken = session.getInputInfo().values().iterator().next();
    long[] shape = ((TensorInfo) taken.getInfo()).getShape();
    return (int) shape[shape.length - 1];
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
