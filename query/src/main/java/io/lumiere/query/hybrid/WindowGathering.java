package io.lumiere.query.hybrid;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the windows of all legs from what several directories send. Each first sends its {@link
 * FirstShare} of a window. A directory that may have more of a window than it sent is asked again,
 * for all that it has. The windows are those of all scores. Not thread-safe.
 */
public final class WindowGathering {
  private static final int LEAST = 16;

  private final int window;
  private final int first;
  private final TreeMap<Integer, Sent> sent = new TreeMap<>();
  private @Nullable List<LegWindow> windows;

  private record Sent(List<LegScores> legs, boolean isAll) {}

  /**
   * Of some directories.
   *
   * @param window how many documents each window holds, at most
   */
  public WindowGathering(int window, int directories) {
    this.window = window;
    this.first = FirstShare.of(window, directories, LEAST);
  }

  /** How many scores of each leg a directory sends first, for {@link HybridRun#legScores(int)}. */
  public int first() {
    return first;
  }

  /**
   * Adds what a directory sent, in place of what it sent before.
   *
   * @param legs none where it has nothing that could be ranked
   * @param isAll whether it has sent all scores, not only the {@link #first}
   */
  public void add(int directory, List<LegScores> legs, boolean isAll) {
    sent.put(directory, new Sent(List.copyOf(legs), isAll));
    windows = null;
  }

  /** The directories that must send all their scores before the windows are right. */
  public List<Integer> unfinished() {
    return sent.entrySet().stream()
        .filter(each -> mayHaveMore(each.getValue()))
        .map(each -> each.getKey())
        .toList();
  }

  private boolean mayHaveMore(Sent found) {
    for (int leg = 0; leg < found.legs.size() && !found.isAll; leg++) {
      if (mayHaveMore(found.legs.get(leg), windows().get(leg))) {
        return true;
      }
    }
    return false;
  }

  /** What it has not sent comes after the last that it sent. */
  private boolean mayHaveMore(LegScores leg, LegWindow of) {
    int size = leg.scores().length;
    return size == first && size < window && size > 0 && of.holds(leg.entry(size - 1));
  }

  /** The windows, in the order of the legs. */
  public List<LegWindow> windows() {
    if (windows == null) {
      windows = LegWindow.ofAll(sent.values().stream().map(Sent::legs).toList(), window);
    }
    return windows;
  }
}
