package io.lumiere.exchange.internal.parquet;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes one value somewhere in a tree of Thrift's objects. For one thread. */
final class ThriftMutator {
  private static final String PACKAGE = "org.apache.parquet.format";

  private static final long[] EXTREMES = {
    0,
    1,
    2,
    3,
    7,
    8,
    31,
    32,
    64,
    127,
    128,
    255,
    1 << 16,
    1 << 20,
    1 << 28,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    -1,
    -2,
    Integer.MAX_VALUE - 7,
    1L << 32,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private final Random random;

  ThriftMutator(Random random) {
    this.random = random;
  }

  private record Place(Object owner, Field field) {}

  void mutate(Object root) {
    List<Place> places = new ArrayList<>();
    collect(root, places, true);
    Place place = places.get(random.nextInt(places.size()));
    try {
      place.field().set(place.owner(), changed(place));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect(Object owner, List<Place> places, boolean withFlags) {
    for (Field field : owner.getClass().getDeclaredFields()) {
      boolean isFlags = field.getName().equals("__isset_bitfield");
      if (Modifier.isStatic(field.getModifiers()) || (isFlags && !withFlags)) {
        continue;
      }
      field.setAccessible(true);
      places.add(new Place(owner, field));
      Object value = value(owner, field);
      if (value instanceof List<?> list) {
        list.stream().filter(ThriftMutator::isStruct).forEach(i -> collect(i, places, withFlags));
      } else if (isStruct(value)) {
        collect(value, places, withFlags);
      }
    }
  }

  private static boolean isStruct(Object value) {
    return value != null
        && value.getClass().getPackageName().equals(PACKAGE)
        && !(value instanceof Enum<?>);
  }

  private static Object value(Object owner, Field field) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object changed(Place place) {
    Object value = value(place.owner(), place.field());
    return switch (value) {
      case Integer number -> (int) number(number);
      case Long number -> number(number);
      case Short number -> (short) number(number);
      case Byte number -> (byte) (number ^ (1 << random.nextInt(8)));
      case Boolean truth -> !truth;
      case Enum<?> word -> other(word);
      case List<?> list -> changed(new ArrayList<Object>(list));
      case String text -> text.isEmpty() ? "x" : text.substring(random.nextInt(text.length()));
      case ByteBuffer bytes -> ByteBuffer.wrap(new byte[random.nextInt(40)]);
      case null, default -> null;
    };
  }

  private long number(long number) {
    return switch (random.nextInt(4)) {
      case 0 -> number + random.nextInt(-9, 10);
      case 1 -> number ^ (1L << random.nextInt(33));
      default -> EXTREMES[random.nextInt(EXTREMES.length)];
    };
  }

  private Object other(Enum<?> word) {
    Object[] words = word.getDeclaringClass().getEnumConstants();
    return words[random.nextInt(words.length)];
  }

  private List<Object> changed(List<Object> list) {
    if (list.isEmpty()) {
      return list;
    }
    int at = random.nextInt(list.size());
    switch (random.nextInt(4)) {
      case 0 -> list.remove(at);
      case 1 -> list.add(at, list.get(random.nextInt(list.size())));
      case 2 -> Collections.swap(list, at, random.nextInt(list.size()));
      default -> list.addAll(List.copyOf(list));
    }
    return list;
  }
}
