package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is encoded once and what again. */
class RecentTextsTest {
  private final List<String> encoded = new ArrayList<>();
  private final RecentTexts texts =
      new RecentTexts(text -> {
        encoded.add(text);
        return TestArchive.encode(text);
      });

  @Test
  void theSameTextIsEncodedOnce() {
    assertThat(texts.encode("dog")).isEqualTo(TestArchive.encode("dog"));
    assertThat(texts.encode("dog")).isEqualTo(TestArchive.encode("dog"));
    assertThat(encoded).containsExactly("dog");
  }

  @Test
  void theTextThatWasNotAskedForLongestIsForgotten() {
    texts.encode("dog");
    texts.encode("beach");
    for (int i = 2; i < RecentTexts.MAX_TEXTS; i++) {
      texts.encode("text " + i);
    }
    texts.encode("dog");
    texts.encode("one more");
    encoded.clear();
    texts.encode("dog");
    texts.encode("beach");
    assertThat(encoded).containsExactly("beach");
  }

  @Test
  void longTextsAreNotRemembered() {
    String text = "dog ".repeat(RecentTexts.MAX_LENGTH);
    texts.encode(text);
    texts.encode(text);
    assertThat(encoded).hasSize(2);
  }

  @Test
  void anEncoderMayUseItsArrayAgain() {
    float[] array = {1, 0};
    RecentTexts shared = new RecentTexts(text -> array);
    float[] first = shared.encode("dog");
    array[0] = 0;
    assertThat(shared.encode("dog")).isSameAs(first).containsExactly(1, 0);
  }

  @Test
  void threadsGetTheRightVectors() {
    RecentTexts shared = new RecentTexts(text -> new float[] {Float.parseFloat(text)});
    ConcurrentLinkedQueue<Integer> wrong = new ConcurrentLinkedQueue<>();
    IntStream.range(0, 20_000)
        .parallel()
        .map(i -> i % 400)
        .filter(i -> shared.encode(Integer.toString(i))[0] != i)
        .forEach(wrong::add);
    assertThat(wrong).isEmpty();
  }

  @Test
  void aSearchRemembersTextsButNoMistake(@TempDir Path folder) throws IOException {
    AtomicInteger calls = new AtomicInteger();
    TextEncoder late =
        text -> calls.incrementAndGet() == 1 ? new float[4] : TestArchive.encode(text);
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("dog.jpg", 0, 0, 0, 1);
      archive.commit();
      try (PhotoSearch search = PhotoSearch.open(folder, TestArchive.MODEL, late)) {
        SearchRequest request =
            SearchRequest.builder().text("dog").target(target -> target.add("dog", 2)).build();
        assertThatThrownBy(() -> search.search(request)).hasMessageContaining("vector of 'dog'");
        List<Hit> hits = search.search(request).hits();
        assertThat(search.search(request).hits()).hasSameSizeAs(hits);
        assertThat(calls).hasValue(2);
      }
    }
  }
}
