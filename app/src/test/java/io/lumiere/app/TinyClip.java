package io.lumiere.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/**
 * A checkpoint of CLIP's smallest kin, in open_clip's names and safetensors: two layers of width
 * 64, pictures of 32 pixels, CLIP's whole vocabulary. Its weights are seeded noise: it understands
 * nothing, and tells pictures and texts apart.
 */
final class TinyClip {
  static final int DIMENSION = 64;

  private static final int WIDTH = 64;
  private static final int LAYERS = 2;
  private static final int PATCH = 16;
  private static final int PLACES = 5;
  private static final int VOCABULARY = 49408;
  private static final int CONTEXT = 77;

  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private final Random random = new Random(20211);

  private TinyClip() {
    shapes.put("visual.class_embedding", new int[] {WIDTH});
    shapes.put("visual.positional_embedding", new int[] {PLACES, WIDTH});
    shapes.put("visual.proj", new int[] {WIDTH, DIMENSION});
    shapes.put("visual.conv1.weight", new int[] {WIDTH, 3, PATCH, PATCH});
    norm("visual.ln_pre");
    norm("visual.ln_post");
    transformer("visual.transformer");
    shapes.put("token_embedding.weight", new int[] {VOCABULARY, WIDTH});
    shapes.put("positional_embedding", new int[] {CONTEXT, WIDTH});
    shapes.put("text_projection", new int[] {WIDTH, DIMENSION});
    shapes.put("logit_scale", new int[] {});
    norm("ln_final");
    transformer("transformer");
  }

  /** Writes the checkpoint, the same each time. */
  static Path write(Path file) {
    try {
      return new TinyClip().save(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void transformer(String name) {
    for (int i = 0; i < LAYERS; i++) {
      String block = name + ".resblocks." + i;
      norm(block + ".ln_1");
      norm(block + ".ln_2");
      shapes.put(block + ".attn.in_proj_weight", new int[] {3 * WIDTH, WIDTH});
      shapes.put(block + ".attn.in_proj_bias", new int[] {3 * WIDTH});
      linear(block + ".attn.out_proj", WIDTH, WIDTH);
      linear(block + ".mlp.c_fc", 4 * WIDTH, WIDTH);
      linear(block + ".mlp.c_proj", WIDTH, 4 * WIDTH);
    }
  }

  private void norm(String name) {
    shapes.put(name + ".weight", new int[] {WIDTH});
    shapes.put(name + ".bias", new int[] {WIDTH});
  }

  private void linear(String name, int outputs, int inputs) {
    shapes.put(name + ".weight", new int[] {outputs, inputs});
    shapes.put(name + ".bias", new int[] {outputs});
  }

  private Path save(Path file) throws IOException {
    StringJoiner header = new StringJoiner(",", "{", "}");
    int position = 0;
    for (Map.Entry<String, int[]> tensor : shapes.entrySet()) {
      StringJoiner shape = new StringJoiner(",", "[", "]");
      for (int dim : tensor.getValue()) {
        shape.add(Integer.toString(dim));
      }
      int end = position + 4 * count(tensor.getValue());
      header.add(
          "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(tensor.getKey(), shape, position, end));
      position = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[8 + json.length + position];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(json.length).put(json);
    shapes.forEach((name, shape) -> put(out, name, shape));
    return Files.write(file, bytes);
  }

  private void put(ByteBuffer out, String name, int[] shape) {
    boolean scale = shape.length == 1 && name.endsWith(".weight");
    int fanIn = shape.length < 2 || name.contains("embedding") ? 1 : count(shape) / shape[0];
    double size = name.endsWith("bias") ? 0.1 : scale ? 0.2 : Math.sqrt(3.0 / fanIn);
    for (int i = 0; i < count(shape); i++) {
      double noise = size * (2 * random.nextDouble() - 1);
      out.putFloat((float) (name.equals("logit_scale") ? 4 : scale ? 1 + noise : noise));
    }
  }

  private static int count(int[] shape) {
    int count = 1;
    for (int dim : shape) {
      count *= dim;
    }
    return count;
  }
}
