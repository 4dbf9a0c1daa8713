package io.lumiere.schema.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentNumberTest {
  @Test
  void manySegmentsOfOneSizeAreMergedToOne() {
    int[] segments = new int[8];
    Arrays.fill(segments, 25_000);
    assertThat(SegmentNumber.toMergeTo(segments)).isEqualTo(1);
  }

  @Test
  void fewPhotosBesideALargeSegmentAreLeftThere() {
    assertThat(SegmentNumber.toMergeTo(new int[] {10, 300, 20_000, 900_000})).isZero();
    assertThat(SegmentNumber.toMergeTo(new int[] {112_000, 800_000})).isZero();
    assertThat(SegmentNumber.toMergeTo(new int[] {10, 115_000, 800_000})).isEqualTo(1);
  }

  @Test
  void aSmallArchiveIsNotMerged() {
    assertThat(SegmentNumber.toMergeTo(new int[] {})).isZero();
    assertThat(SegmentNumber.toMergeTo(new int[] {0})).isZero();
    assertThat(SegmentNumber.toMergeTo(new int[] {5_000, 5_000, 5_000, 5_000, 5_000})).isZero();
  }

  @Test
  void noSegmentGetsMoreThanAMillion() {
    int[] segments = IntStream.generate(() -> 250_000).limit(20).toArray();
    assertThat(SegmentNumber.toMergeTo(segments)).isEqualTo(5);
    int[] merged = IntStream.generate(() -> 1_000_000).limit(5).toArray();
    assertThat(SegmentNumber.toMergeTo(merged)).isZero();
  }
}
