package io.lumiere.ncnn.format;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The attributes of one layer, as a param file has them: {@code 0=384 1=1.0e-5 -23303=1,0}. {@link
 * LayerKeys} has their numbers. Not thread-safe.
 */
public final class ParamAttributes {
  /** The number of an array is written as this minus it, and its length before its elements. */
  private static final int ARRAY = -23300;

  private final SortedMap<Integer, String> values = new TreeMap<>();

  /** Whether a number as it is written is that of an array. */
  public static boolean isArray(int written) {
    return written <= ARRAY;
  }

  /** The number of an attribute whose number is written so. */
  public static int number(int written) {
    return isArray(written) ? ARRAY - written : written;
  }

  /** Sets an integer. */
  public ParamAttributes set(int number, int value) {
    return put(number, number, Integer.toString(value));
  }

  /** Sets a number with a point. */
  public ParamAttributes set(int number, float value) {
    return put(number, number, text(value));
  }

  /** Sets an array of integers. */
  public ParamAttributes setInts(int number, int... array) {
    return putArray(number, IntStream.of(array).mapToObj(Integer::toString).toList());
  }

  /** Sets an array of numbers with a point. */
  public ParamAttributes setFloats(int number, float... array) {
    return putArray(
        number, IntStream.range(0, array.length).mapToObj(i -> text(array[i])).toList());
  }

  /** A copy in which an integer is set. */
  public ParamAttributes with(int number, int value) {
    ParamAttributes copy = new ParamAttributes();
    copy.values.putAll(values);
    return copy.set(number, value);
  }

  /** As they stand in the line of a layer, in the order of their numbers, each after a space. */
  @Override
  public String toString() {
    return values.values().stream().map(value -> " " + value).collect(Collectors.joining());
  }

  private ParamAttributes putArray(int number, List<String> array) {
    String elements = array.stream().map(element -> "," + element).collect(Collectors.joining());
    return put(number, ARRAY - number, array.size() + elements);
  }

  private ParamAttributes put(int number, int written, String value) {
    values.put(number, written + "=" + value);
    return this;
  }

  /** With a point or an exponent always, by which ncnn knows a float. */
  private static String text(float value) {
    return Float.toString(value).replace('E', 'e');
  }
}
