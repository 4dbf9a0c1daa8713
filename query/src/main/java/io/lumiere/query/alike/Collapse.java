package io.lumiere.query.alike;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows near duplicates among the hits of a search once. From the first hit on, a hit is shown if
 * it is no near duplicate of one that is shown before it. So whatever is hidden is like something
 * that is shown, also where a series of photos drifts from one thing to another, each like the
 * next.
 *
 * <p>Nothing is looked up but for the hits that are asked for and, where those have near duplicates
 * before them, for these: it does not matter how many hits there are, and each page of a result
 * gives the same answers. Not thread-safe.
 */
public final class Collapse {
  private final AlikeHits duplicates;
  private final Map<Integer, Boolean> shown = new HashMap<>();
  private final Map<Integer, int[]> alike = new HashMap<>();

  public Collapse(AlikeHits duplicates) {
    this.duplicates = duplicates;
  }

  /** Says which hits are asked for next. */
  public void expect(Collection<Integer> hits) throws IOException {
    duplicates.expect(hits);
  }

  /**
   * Whether a hit is shown.
   *
   * @param hit the document's number in the index
   */
  public boolean isShown(int hit) throws IOException {
    // A stack of our own: a series of thousands would be too deep for Java's.
    Deque<Integer> open = new ArrayDeque<>();
    open.push(hit);
    while (!open.isEmpty()) {
      int doc = open.peek();
      Integer undecided = shown.containsKey(doc) ? null : decide(doc);
      if (undecided == null) {
        open.pop();
      } else {
        open.push(undecided);
      }
    }
    return shown.getOrDefault(hit, false);
  }

  /**
   * The near duplicates of a hit that is shown; they are all hidden.
   *
   * @return their numbers in the index, in the order of the hits
   */
  public int[] hiddenBehind(int hit) throws IOException {
    return Arrays.stream(alike(hit)).filter(doc -> doc != hit).toArray();
  }

  /** Decides, or gives an earlier hit that must be decided before. */
  private @Nullable Integer decide(int doc) throws IOException {
    for (int earlier : alike(doc)) {
      if (earlier == doc) {
        break;
      }
      Boolean isShown = shown.get(earlier);
      if (isShown == null) {
        return earlier;
      }
      if (isShown) {
        put(doc, false);
        return null;
      }
    }
    put(doc, true);
    // Those before are hidden already; of those after nothing needs to be looked up any more.
    for (int like : alike(doc)) {
      put(like, false);
    }
    return null;
  }

  private void put(int doc, boolean isShown) {
    if (shown.putIfAbsent(doc, isShown) == null) {
      duplicates.decided(doc);
    }
  }

  private int[] alike(int doc) throws IOException {
    int[] found = alike.get(doc);
    if (found == null) {
      found = duplicates.with(doc);
      alike.put(doc, found);
    }
    return found;
  }
}
