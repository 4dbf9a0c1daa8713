package io.lumiere.models.clip;

import io.lumiere.models.checkpoint.Checkpoint;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A part of a checkpoint: the tensors whose names begin with a prefix, named without it. Not
 * thread-safe.
 */
public final class Tensors {
  private final Checkpoint checkpoint;
  private final String prefix;
  private final Set<String> names;

  private Tensors(Checkpoint checkpoint, String prefix) {
    this.checkpoint = checkpoint;
    this.prefix = prefix;
    this.names = new TreeSet<>();
    for (String name : checkpoint.names()) {
      if (name.startsWith(prefix)) {
        names.add(name.substring(prefix.length()));
      }
    }
  }

  /** All of a checkpoint, which stays the caller's to close. */
  public static Tensors of(Checkpoint checkpoint) {
    return new Tensors(checkpoint, "");
  }

  /** The part of this part whose names begin with {@code more}, such as {@code "visual."}. */
  public Tensors under(String more) {
    return new Tensors(checkpoint, prefix + more);
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
    return checkpoint.info(prefix + name).shape();
  }

  /** One dimension of a tensor, counted from the outermost. */
  public int dim(String name, int axis) {
    return shape(name).get(axis);
  }

  /** The tensor's values, row-major: a new array. */
  public float[] floats(String name) {
    return checkpoint.floats(prefix + name);
  }

  /** One more than the largest number that stands between {@code before} and a dot; 0 if none. */
  public int count(String before) {
    int count = 0;
    for (String name : names) {
      if (name.startsWith(before)) {
        String rest = name.substring(before.length());
        int dot = rest.indexOf('.');
        if (dot > 0 && rest.chars().limit(dot).allMatch(Character::isDigit)) {
          count = Math.max(count, Integer.parseInt(rest.substring(0, dot)) + 1);
        }
      }
    }
    return count;
  }
}
