package io.lumiere.query.order;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Near duplicates among hits in their order, by the rule of {@link
 * io.lumiere.query.alike.Collapse}: from the first hit on, one is hidden if it is a near duplicate
 * of one that is shown before it. It stands behind the first such one, and behind no other, so that
 * hits are counted once.
 *
 * <p>Up to {@value #COMPARED} hits, all vectors are compared with all. Among more that would take
 * minutes: there, photos are near duplicates that are in the same of the archive's {@link
 * io.lumiere.query.alike.AlikeGroups}. Immutable.
 *
 * @param shown the places of the hits that are shown, in their order
 * @param starts where in {@code hidden} those behind each of these begin; one more at the end
 * @param hidden the places of the hits that are hidden, stack by stack, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
public record Stacks(int[] shown, int[] starts, int[] hidden) {
  /** The most hits whose vectors are compared. */
  public static final int COMPARED = 5_000;

  private static final int NONE = -1;

  /**
   * Stacks few hits.
   *
   * @param common of the hits in their order, at most {@value #COMPARED}
   * @param vectors theirs
   */
  public static Stacks compared(InCommon common, AlikeVectors vectors) {
    int[] heads = new int[common.bursts().length];
    Arrays.fill(heads, NONE);
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] == NONE) {
        vectors.compareWith(i);
        for (int j = i; j < heads.length; j++) {
          if (heads[j] == NONE && (j == i || common.isSame(i, j) || vectors.isAlike(j))) {
            heads[j] = i;
          }
        }
      }
    }
    return of(heads);
  }

  /**
   * Stacks any number of hits.
   *
   * @param common of the hits in their order
   * @param alike the group of the archive that each is in; null where what looks alike is not
   *     known: then only copies and bursts are stacked
   */
  public static Stacks grouped(InCommon common, int @Nullable [] alike) {
    Group[] groups = {
      new Group(common.bursts()),
      new Group(common.contents()),
      new Group(alike == null ? new int[0] : alike)
    };
    int[] heads = new int[common.bursts().length];
    for (int i = 0; i < heads.length; i++) {
      int head = i;
      for (Group group : groups) {
        head = Math.min(head, group.head(i));
      }
      heads[i] = head;
      if (head == i) {
        for (Group group : groups) {
          group.show(i);
        }
      }
    }
    return of(heads);
  }

  /** What hits may have in common, as a number for each, and the hits that are shown so far. */
  private static final class Group {
    private final int[] values;

    /** The hit that is shown for each number. */
    private final int[] shown;

    Group(int[] values) {
      this.values = values;
      this.shown = new int[Arrays.stream(values).max().orElse(NONE) + 1];
      Arrays.fill(shown, NONE);
    }

    /** The hit that is shown and has this in common with a hit; the hit itself where none has. */
    int head(int hit) {
      int value = hit < values.length ? values[hit] : SharedValues.NONE;
      return value == SharedValues.NONE || shown[value] == NONE ? hit : shown[value];
    }

    /** A hit is shown from now on, for what no other is shown for yet. */
    void show(int hit) {
      if (hit < values.length && values[hit] != SharedValues.NONE && head(hit) == hit) {
        shown[values[hit]] = hit;
      }
    }
  }

  /** The stacks where each hit stands behind one that is shown, or is shown itself. */
  private static Stacks of(int[] heads) {
    int[] stackOf = new int[heads.length];
    int[] shown = new int[heads.length];
    int size = 0;
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] == i) {
        stackOf[i] = size;
        shown[size++] = i;
      }
    }
    int[] starts = new int[size + 1];
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] != i) {
        starts[stackOf[heads[i]] + 1]++;
      }
    }
    for (int stack = 0; stack < size; stack++) {
      starts[stack + 1] += starts[stack];
    }
    int[] next = starts.clone();
    int[] hidden = new int[heads.length - size];
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] != i) {
        hidden[next[stackOf[heads[i]]]++] = i;
      }
    }
    return new Stacks(Arrays.copyOf(shown, size), starts, hidden);
  }
}
