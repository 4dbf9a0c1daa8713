package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.ParamAttributes;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbered attributes of one layer, such as {@code 0=384 1=1.0e-5 -23303=1,0}. Rules read each
 * one by its number and type; what no rule asked for is refused, because it would change what the
 * layer does.
 */
final class Attributes {
  private static final int MAX_KEY = 31;
  private static final int MAX_ARRAY = 16;

  private final SortedMap<Integer, String[]> values = new TreeMap<>();
  private final ParamAttributes read = new ParamAttributes();

  /** Parses {@code key=value} words. */
  Attributes(Iterable<String> words) {
    for (String word : words) {
      int equals = word.indexOf('=');
      Refusal.unless(equals > 0, "attribute '%s' is not of the form number=value", word);
      parse(integer(word.substring(0, equals)), word.substring(equals + 1), word);
    }
  }

  private void parse(int rawKey, String value, String word) {
    int key = ParamAttributes.number(rawKey);
    Refusal.unless(key >= 0 && key <= MAX_KEY, "attribute '%s' has an unknown number", word);
    String[] parts = value.split(",", -1);
    if (ParamAttributes.isArray(rawKey)) {
      int count = integer(parts[0]);
      Refusal.unless(
          count == parts.length - 1, "array '%s' does not have %d elements", word, count);
      parts = Arrays.copyOfRange(parts, 1, parts.length);
    }
    Refusal.unless(parts.length <= MAX_ARRAY, "array '%s' is too long", word);
    Refusal.unless(values.put(key, parts) == null, "attribute %d is given twice", key);
  }

  /** Returns an integer in a range; where it is absent, the default, which may be out of range. */
  int integer(int key, int absent, int min, int max) {
    String[] parts = values.remove(key);
    if (parts == null) {
      Refusal.unless(absent >= min && absent <= max, "attribute %d is missing", key);
      return absent;
    }
    Refusal.unless(parts.length == 1, "attribute %d must be one integer", key);
    int value = integer(parts[0]);
    Refusal.unless(
        value >= min && value <= max,
        "attribute %d is %d where %d to %d is supported",
        key,
        value,
        min,
        max);
    read.set(key, value);
    return value;
  }

  /** Returns a finite number, or the default where it is absent. */
  float real(int key, float absent) {
    String[] parts = values.remove(key);
    if (parts == null) {
      return absent;
    }
    Refusal.unless(parts.length == 1, "attribute %d must be one number", key);
    float value = real(parts[0]);
    read.set(key, value);
    return value;
  }

  /** Returns axes, which may count from the end; empty where there are none. */
  int[] axes(int key) {
    int[] axes = integers(key);
    for (int axis : axes) {
      Refusal.unless(
          axis >= -Shape.MAX_RANK && axis < Shape.MAX_RANK,
          "attribute %d names axis %d where %d to %d is supported",
          key,
          axis,
          -Shape.MAX_RANK,
          Shape.MAX_RANK - 1);
    }
    return axes;
  }

  /** Returns an array of integers, empty where it is absent. */
  int[] integers(int key) {
    String[] parts = values.remove(key);
    if (parts == null) {
      return new int[0];
    }
    int[] array = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      array[i] = integer(parts[i]);
    }
    read.setInts(key, array);
    return array;
  }

  /** Returns an array of finite numbers, empty where it is absent. */
  float[] reals(int key) {
    String[] parts = values.remove(key);
    if (parts == null) {
      return new float[0];
    }
    float[] array = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      array[i] = real(parts[i]);
    }
    read.setFloats(key, array);
    return array;
  }

  /** Accepts switches of unsupported features as long as they are off. */
  void off(int... keys) {
    for (int key : keys) {
      integer(key, 0, 0, 0);
    }
  }

  /** Whether an attribute that no rule has read yet is there. */
  boolean has(int key) {
    return values.containsKey(key);
  }

  /** Refuses what no rule has read. */
  void finish() {
    Refusal.unless(values.isEmpty(), "attributes %s are not supported", values.keySet());
  }

  /** Returns what has been read, in ncnn's form. */
  ParamAttributes canonical() {
    return read;
  }

  /** Parses a decimal integer. */
  static int integer(String text) {
    Refusal.unless(text.matches("-?[0-9]{1,10}"), "'%s' is not an integer", text);
    long value = Long.parseLong(text);
    Refusal.unless(value == (int) value, "%s is out of range", text);
    return (int) value;
  }

  private static float real(String text) {
    boolean number =
        text.matches("[-+]?([0-9]{1,40}([.][0-9]{0,40})?|[.][0-9]{1,40})([eE][-+]?[0-9]{1,3})?");
    Refusal.unless(number, "'%s' is not a number", text);
    float value = Float.parseFloat(text);
    Refusal.unless(Float.isFinite(value), "%s is out of range", text);
    return value;
  }
}
