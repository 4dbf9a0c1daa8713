package io.lumiere.schema.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Which segments of an index are merged. While photos are written, Lucene's policy decides, which
 * leaves some eight for each power of ten. When all are written, as many as may be one become one:
 * the nearest photos are found by a walk through the graph of each segment, and a walk takes nearly
 * as long in a small graph as in a large one, in eight of 25,000 photos four times as long as in
 * one of 200,000.
 *
 * <p>No merge makes a segment of more photos than a bound. Lucene's own bound is in bytes, of which
 * a photo takes more or fewer by the length of its vector, and gives way where few segments are
 * asked for.
 */
final class PhotoMerges extends TieredMergePolicy {
  /** While the graph of a segment is made, it takes up to 350 bytes of memory for each photo. */
  private static final int LARGEST = 1_000_000;

  /** So many photos, all of which are compared, are no reason to merge. */
  private static final int FEW = 25_000;

  /**
   * What part of the photos may lie in other segments: all are written again when more do, so that
   * each is written some eight times while an archive grows.
   */
  private static final int PART = 8;

  /** Below what part of the largest all segments are as small as others to Lucene's policy. */
  private static final double SMALL = .01;

  /** Lucene's policy has sizes in bytes, and their bounds in megabytes. */
  private static final long PHOTO = 1L << 20;

  private final int largest;
  private final int few;

  PhotoMerges() {
    this(LARGEST, FEW);
  }

  /**
   * By other bounds.
   *
   * @param largest how many photos a segment that was merged may have
   * @param few how many may lie outside the largest segments, however few there are
   */
  PhotoMerges(int largest, int few) {
    this.largest = largest;
    this.few = few;
    setMaxMergedSegmentMB(largest);
    setFloorSegmentMB(SMALL * largest);
  }

  /** Whether it is worth while to merge those of a commit, when all photos are written. */
  boolean areWorthWhile(SegmentInfos segments) {
    return areWorthWhile(
        segments.asList().stream()
            .mapToInt(segment -> segment.info.maxDoc() - segment.getDelCount())
            .toArray());
  }

  /** The same by the numbers of photos of the segments. */
  boolean areWorthWhile(int... photos) {
    List<SegmentGroup.Member<Integer>> segments = new ArrayList<>();
    for (int number : photos) {
      segments.add(new SegmentGroup.Member<>(number, number));
    }
    long all = 0;
    long outside = 0;
    for (SegmentGroup<Integer> group : SegmentGroup.of(segments, largest)) {
      all += group.photos();
      outside += group.outsideLargest();
    }
    return outside > Math.max(few, all / PART);
  }

  /**
   * Merges as many as may be one, so that few are left. A large segment is not written again for a
   * few photos beside it, whatever others need. Lucene asks again after each merge: one at a time
   * takes the memory of one graph, and has all threads.
   *
   * @param number is not looked at
   */
  @Override
  public @Nullable MergeSpecification findForcedMerges(
      SegmentInfos infos, int number, Map<SegmentCommitInfo, Boolean> wanted, MergeContext context)
      throws IOException {
    if (!Collections.disjoint(context.getMergingSegments(), wanted.keySet())) {
      return null;
    }
    List<SegmentGroup.Member<SegmentCommitInfo>> segments = new ArrayList<>();
    for (SegmentCommitInfo info : infos) {
      if (wanted.containsKey(info)) {
        segments.add(new SegmentGroup.Member<>(info, photos(info, context)));
      }
    }
    for (SegmentGroup<SegmentCommitInfo> group : SegmentGroup.of(segments, largest)) {
      if (group.outsideLargest() > Math.min(few, group.photos() / PART)) {
        MergeSpecification merge = new MergeSpecification();
        merge.add(new OneMerge(group.segments()));
        return merge;
      }
    }
    return null;
  }

  /** By photos, so that bounds of sizes are bounds of these. */
  @Override
  protected long size(SegmentCommitInfo info, MergeContext context) throws IOException {
    return PHOTO * photos(info, context);
  }

  private static int photos(SegmentCommitInfo info, MergeContext context) throws IOException {
    return info.info.maxDoc() - context.numDeletesToMerge(info);
  }
}
