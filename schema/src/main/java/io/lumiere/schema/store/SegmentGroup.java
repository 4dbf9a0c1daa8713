package io.lumiere.schema.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Segments that are to become one. Not thread-safe.
 *
 * @param <S> a segment
 */
final class SegmentGroup<S> {
  private final List<S> segments = new ArrayList<>();
  private long photos;
  private long largest;

  private SegmentGroup() {}

  /** A segment, and how many photos it has. */
  record Member<S>(S segment, int photos) {}

  /**
   * Puts segments into few groups: the largest first, each into the first group that has room.
   *
   * @param most how many photos a group of several segments may have
   */
  static <S> List<SegmentGroup<S>> of(List<Member<S>> members, int most) {
    List<SegmentGroup<S>> groups = new ArrayList<>();
    members.stream()
        .sorted(Comparator.comparingInt((Member<S> member) -> member.photos()).reversed())
        .forEach(member -> withRoom(groups, member.photos(), most).add(member));
    return groups;
  }

  private static <S> SegmentGroup<S> withRoom(List<SegmentGroup<S>> groups, int photos, int most) {
    for (SegmentGroup<S> group : groups) {
      if (group.photos + photos <= most) {
        return group;
      }
    }
    SegmentGroup<S> group = new SegmentGroup<>();
    groups.add(group);
    return group;
  }

  private void add(Member<S> member) {
    segments.add(member.segment());
    photos += member.photos();
    largest = Math.max(largest, member.photos());
  }

  /** The segments, the largest first. */
  List<S> segments() {
    return segments;
  }

  /** How many photos they have together. */
  long photos() {
    return photos;
  }

  /** How many of these are not in the largest segment. */
  long outsideLargest() {
    return photos - largest;
  }
}
