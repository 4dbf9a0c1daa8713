package io.lumiere.schema.store;

import java.util.Arrays;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;

/**
 * In how many segments the photos of an index should lie. The nearest photos are found by a walk
 * through the graph of each segment, and a walk takes nearly as long in a small graph as in a large
 * one: in eight of 25,000 photos four times as long as in one of 200,000. Lucene's policy leaves
 * some eight segments for each power of ten.
 */
final class SegmentNumber {
  /** While the graph of a segment is made, it takes up to 350 bytes of memory for each photo. */
  private static final int LARGEST = 1_000_000;

  /** So many photos, all of which are compared, are no reason to merge. */
  private static final int FEW = 25_000;

  /**
   * What part of the photos may lie in other segments: all are written again when more do, so that
   * each is written some eight times while an archive grows.
   */
  private static final int PART = 8;

  private SegmentNumber() {}

  /** How many segments those of an index should be merged to; 0 where they are not too many. */
  static int toMergeTo(SegmentInfos segments) {
    return toMergeTo(
        segments.asList().stream().mapToInt(SegmentNumber::documents).sorted().toArray());
  }

  private static int documents(SegmentCommitInfo segment) {
    return segment.info.maxDoc() - segment.getDelCount();
  }

  /**
   * The same by numbers of documents.
   *
   * @param documents of each segment, the fewest first
   */
  static int toMergeTo(int[] documents) {
    long all = Arrays.stream(documents).asLongStream().sum();
    int number = (int) Math.ceilDiv(all, LARGEST);
    long inOthers =
        Arrays.stream(documents, 0, Math.max(0, documents.length - number)).asLongStream().sum();
    return inOthers > Math.max(FEW, all / PART) ? number : 0;
  }
}
