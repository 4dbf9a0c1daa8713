package io.lumiere.schema.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.schema.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What segments are merged to, by numbers and by a writer with small bounds. */
class PhotoMergesTest {
  private static final int LARGEST = 1_000;
  private static final int FEW = 25;

  private final PhotoMerges merges = new PhotoMerges();

  @TempDir Path temp;

  @Test
  void manySegmentsOfOneSizeAreWorthMerging() {
    int[] segments = new int[8];
    Arrays.fill(segments, 25_000);
    assertThat(merges.areWorthWhile(segments)).isTrue();
  }

  @Test
  void fewPhotosBesideALargeSegmentAreLeftThere() {
    assertThat(merges.areWorthWhile(10, 300, 20_000, 900_000)).isFalse();
    assertThat(merges.areWorthWhile(112_000, 800_000)).isFalse();
    assertThat(merges.areWorthWhile(10, 115_000, 800_000)).isTrue();
  }

  @Test
  void aSmallArchiveIsNotMerged() {
    assertThat(merges.areWorthWhile()).isFalse();
    assertThat(merges.areWorthWhile(0)).isFalse();
    assertThat(merges.areWorthWhile(5_000, 5_000, 5_000, 5_000, 5_000)).isFalse();
  }

  @Test
  void segmentsThatMayNotBeOneAreNoReasonToMerge() {
    assertThat(merges.areWorthWhile(1_000_000, 1_000_000, 1_000_000)).isFalse();
    assertThat(merges.areWorthWhile(600_000, 600_000, 600_000)).isFalse();
    assertThat(merges.areWorthWhile(2_900_000, 600_000, 300_000)).isFalse();
    assertThat(merges.areWorthWhile(1_000_000, 600_000, 300_000)).isTrue();
  }

  @Test
  void aMillionPhotosAreOneSegment() throws IOException {
    assertThat(photosOfGroups(IntStream.generate(() -> 62_500).limit(16)))
        .containsExactly(1_000_000L);
    assertThat(photosOfGroups(IntStream.of(1, 500_000, 500_000))).containsExactly(1_000_000L, 1L);
    assertThat(photosOfGroups(IntStream.generate(() -> 250_000).limit(20)))
        .containsExactly(1_000_000L, 1_000_000L, 1_000_000L, 1_000_000L, 1_000_000L);
    assertThat(photosOfGroups(IntStream.of(300_000, 2_900_000, 600_000)))
        .containsExactly(2_900_000L, 900_000L);
  }

  private static List<Long> photosOfGroups(IntStream segments) {
    return SegmentGroup.of(
            segments.mapToObj(photos -> new SegmentGroup.Member<>("", photos)).toList(), 1_000_000)
        .stream()
        .map(SegmentGroup::photos)
        .toList();
  }

  @Test
  void segmentsOfAWriterAreMergedToFewThatHoldTheirBound() throws IOException {
    try (PhotoWriter writer = open()) {
      write(writer, 7, 500);
      assertThat(sizes(writer)).hasSize(7);
      writer.settle();
      assertThat(sizes(writer)).containsExactly(1_000, 1_000, 1_000, 500);
    }
  }

  @Test
  void asManyPhotosAsTheBoundAreOneSegmentInTheEnd() throws IOException {
    try (PhotoWriter writer = open()) {
      write(writer, 20, 50);
      assertThat(sizes(writer)).hasSizeGreaterThan(1);
      writer.settle();
      assertThat(sizes(writer)).containsExactly(LARGEST);
    }
  }

  @Test
  void aLargeSegmentIsNotWrittenAgainForAFewPhotosWhileOthersAreMerged() throws IOException {
    try (PhotoWriter writer = open()) {
      write(writer, 1, 950);
      write(writer, 2, 400);
      write(writer, 1, 20);
      writer.settle();
      assertThat(sizes(writer)).containsExactly(950, 800, 20);
    }
  }

  @Test
  void noSegmentGetsLargerWhilePhotosAreWritten() throws IOException {
    try (PhotoWriter writer = open()) {
      write(writer, 25, 200);
      assertThat(sizes(writer)).allMatch(size -> size <= LARGEST).hasSizeLessThan(25);
      writer.settle();
      assertThat(sizes(writer)).allMatch(size -> size <= LARGEST).hasSizeLessThan(11);
    }
  }

  @Test
  void deletedPhotosDoNotCount() throws IOException {
    try (PhotoWriter writer = open()) {
      write(writer, 2, 600);
      writer.delete(
          IntStream.range(0, 250).mapToObj(n -> new Term(Fields.PATH, "0-" + n)).toList());
      writer.commit();
      writer.settle();
      assertThat(sizes(writer)).containsExactly(950);
    }
  }

  private PhotoWriter open() {
    return PhotoWriter.open(temp.resolve("index"), () -> false, "", new PhotoMerges(LARGEST, FEW));
  }

  private static void write(PhotoWriter writer, int segments, int photos) {
    for (int segment = 0; segment < segments; segment++) {
      for (int n = 0; n < photos; n++) {
        Document document = new Document();
        document.add(new StringField(Fields.PATH, segment + "-" + n, Store.YES));
        writer.replace(List.of(), document);
      }
      writer.commit();
    }
  }

  /** How many photos the segments have, the most first. */
  private static List<Integer> sizes(PhotoWriter writer) throws IOException {
    try (DirectoryReader reader = writer.reader().orElseThrow()) {
      return reader.leaves().stream()
          .map(leaf -> leaf.reader().numDocs())
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }
}
