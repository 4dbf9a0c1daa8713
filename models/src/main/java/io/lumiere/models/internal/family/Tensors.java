package io.lumiere.models.internal.family;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A part of a checkpoint: the tensors whose names begin with a prefix, named without it. It
 * remembers which ones were read, so that weights that a converter overlooks do not go unnoticed.
 * Not thread-safe.
 */
public final class Tensors {
  private final Checkpoint checkpoint;
  private final Map<String, String> actual;
  private final Set<String> read;
  private final String prefix;
  private final Set<String> names;

  private Tensors(
      Checkpoint checkpoint, Map<String, String> actual, Set<String> read, String prefix) {
    this.checkpoint = checkpoint;
    this.actual = actual;
    this.read = read;
    this.prefix = prefix;
    this.names = new TreeSet<>();
    for (String name : actual.keySet()) {
      if (name.startsWith(prefix)) {
        names.add(name.substring(prefix.length()));
      }
    }
  }

  /**
   * All of a checkpoint, which stays the caller's to close. What training programs put before names
   * is left out, see {@link Wrappers}.
   */
  public static Tensors of(Checkpoint checkpoint) {
    Map<String, String> actual = new TreeMap<>(Wrappers.unwrap(checkpoint.names()));
    return new Tensors(checkpoint, actual, new HashSet<>(), "");
  }

  /** The part of this part whose names begin with {@code more}, such as {@code "visual."}. */
  public Tensors under(String more) {
    return new Tensors(checkpoint, actual, read, prefix + more);
  }

  /** The names, sorted. */
  public Set<String> names() {
    return names;
  }

  /** Whether there is a tensor of this name. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** The tensor's dimensions, outermost first. */
  public List<Integer> shape(String name) {
    return checkpoint.info(actual(name)).shape();
  }

  /**
   * One dimension of a tensor, counted from the outermost.
   *
   * @throws LumiereException if it has fewer
   */
  public int dim(String name, int axis) {
    List<Integer> shape = shape(name);
    if (axis >= shape.size()) {
      throw new LumiereException(
          "tensor " + prefix + name + " has shape " + shape + ", of more dimensions expected");
    }
    return shape.get(axis);
  }

  /** The tensor's values, row-major: a new array. */
  public float[] floats(String name) {
    String stored = actual(name);
    read.add(stored);
    return checkpoint.floats(stored);
  }

  /** The values of a tensor that must be of this shape. */
  public float[] floats(String name, int... shape) {
    List<Integer> expected = new ArrayList<>();
    for (int dim : shape) {
      expected.add(dim);
    }
    if (!shape(name).equals(expected)) {
      throw new LumiereException(
          "tensor " + prefix + name + " has shape " + shape(name) + " where " + expected + " fits");
    }
    return floats(name);
  }

  /** The only value of a tensor. */
  public float scalar(String name) {
    float[] values = floats(name);
    if (values.length != 1) {
      throw new LumiereException(
          "tensor "
              + prefix
              + name
              + " has shape "
              + shape(name)
              + " where one number is expected");
    }
    return values[0];
  }

  /** One more than the largest number that stands between {@code before} and a dot; 0 if none. */
  public int count(String before) {
    int count = 0;
    for (String name : names) {
      if (name.startsWith(before)) {
        String rest = name.substring(before.length());
        int dot = rest.indexOf('.');
        if (dot > 0 && dot < 4 && rest.chars().limit(dot).allMatch(Character::isDigit)) {
          count = Math.max(count, Integer.parseInt(rest.substring(0, dot)) + 1);
        }
      }
    }
    return count;
  }

  /** The names in this part that nobody has read. */
  public List<String> unread() {
    return names.stream().filter(name -> !read.contains(actual(name))).toList();
  }

  private String actual(String name) {
    String stored = actual.get(prefix + name);
    if (stored == null) {
      throw new LumiereException("the checkpoint has no tensor " + prefix + name);
    }
    return stored;
  }
}
