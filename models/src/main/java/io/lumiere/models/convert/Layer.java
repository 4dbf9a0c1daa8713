package io.lumiere.models.convert;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One layer: its type in ncnn, what it takes and gives, parameters by ncnn's numbers, and weights
 * in the order that ncnn reads them.
 */
record Layer(
    String type, List<Blob> inputs, Blob output, Parameters parameters, List<Weights> weights) {
  /** Parameters by number, written in their order. */
  static final class Parameters {
    private static final int ARRAY = -23300; // An array's number is written as this minus it.

    private final SortedMap<Integer, String> values = new TreeMap<>();

    Parameters set(int number, int value) {
      values.put(number, number + "=" + value);
      return this;
    }

    Parameters set(int number, float value) {
      values.put(number, number + "=" + text(value));
      return this;
    }

    Parameters setInts(int number, int... array) {
      StringBuilder text =
          new StringBuilder().append(ARRAY - number).append('=').append(array.length);
      for (int value : array) {
        text.append(',').append(value);
      }
      values.put(number, text.toString());
      return this;
    }

    Parameters setFloats(int number, float... array) {
      StringBuilder text =
          new StringBuilder().append(ARRAY - number).append('=').append(array.length);
      for (float value : array) {
        text.append(',').append(text(value));
      }
      values.put(number, text.toString());
      return this;
    }

    /** With a point or an exponent always, by which ncnn knows a float. */
    private static String text(float value) {
      return Float.toString(value).replace('E', 'e');
    }

    @Override
    public String toString() {
      return values.values().stream().map(v -> " " + v).collect(Collectors.joining());
    }
  }
}
