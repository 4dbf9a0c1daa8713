package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.highlight.Highlight;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Fields;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every word that was sought is marked wherever it stands in a hit, and nothing else is. */
class HighlightOracleTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());

  /** No word is a part of another, and none of the words of the test's model. */
  private static final List<String> WORDS =
      List.of("harbour", "bridge", "lake", "winter", "tower", "boat", "fog", "harvest");

  private static final List<String> ACCENTED =
      List.of("Hárbour", "BRIDGE", "Lake", "Wínter", "tówer", "Boat", "FOG", "harvést");

  @TempDir Path folder;

  /** A text made of words, and which of its characters belong to which. */
  private record Text(String text, List<Integer> words, List<Integer> starts) {
    static Text of(List<Integer> words, List<String> spellings, String between) {
      StringBuilder text = new StringBuilder();
      List<Integer> starts = new ArrayList<>();
      for (int word : words) {
        text.append(starts.isEmpty() ? "" : between);
        starts.add(text.length());
        text.append(spellings.get(word));
      }
      return new Text(text.toString(), words, starts);
    }
  }

  private record Made(String path, Map<String, List<Text>> texts) {}

  /** What a search seeks: a word, or two in a row; in any field, or in one. */
  private record Sought(List<Integer> row, String field) {}

  @Test
  void everySoughtWordIsMarkedAndNothingElse(@Seeded Random random) throws IOException {
    long seed = Seeds.ofRun();
    Map<String, Made> photos = new TreeMap<>();
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < 60; i++) {
        add(archive, random, i, photos);
        if (random.nextInt(10) == 0) {
          archive.commit();
        }
      }
      for (int i = 0; i < 6; i++) {
        String gone = List.copyOf(photos.keySet()).get(random.nextInt(photos.size()));
        archive.delete(gone);
        photos.remove(gone);
      }
      archive.commit();
    }
    int marked = 0;
    try (PhotoSearch search = PhotoSearch.open(folder, null, TestArchive::encode)) {
      for (int i = 0; i < 80; i++) {
        marked += check(search, random, photos, seed);
      }
    }
    assertThat(marked).isGreaterThan(500);
  }

  private static void add(TestArchive archive, Random random, int i, Map<String, Made> photos)
      throws IOException {
    Text title = Text.of(words(random, 5), ACCENTED, " 1234567 ");
    List<Text> keywords = new ArrayList<>();
    for (int j = random.nextInt(4); j > 0; j--) {
      keywords.add(Text.of(words(random, 2), WORDS, " "));
    }
    Text name = Text.of(words(random, 3), WORDS, "_");
    String path = "x" + i + "/" + name.text() + ".jpg";
    archive.add(
        path,
        null,
        Camera.UNKNOWN,
        new Caption(title.text(), null, keywords.stream().map(Text::text).distinct().toList()),
        1,
        1,
        random.nextFloat(),
        1);
    photos.put(
        path,
        new Made(
            path,
            Map.of(
                Fields.TITLE,
                List.of(title),
                Fields.KEYWORDS,
                List.copyOf(
                    keywords.stream()
                        .collect(Collectors.toMap(Text::text, t -> t, (a, b) -> a))
                        .values()),
                Fields.FILENAME,
                List.of(name))));
  }

  private static List<Integer> words(Random random, int most) {
    List<Integer> words = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      words.add(random.nextInt(WORDS.size()));
    }
    return words;
  }

  private static int check(PhotoSearch search, Random random, Map<String, Made> photos, long seed) {
    List<Sought> sought = new ArrayList<>();
    String query = query(random, sought);
    int marked = 0;
    SearchRequest request =
        SearchRequest.builder().query(PARSER.parse(query)).highlight(true).limit(100).build();
    for (Hit hit : search.search(request).hits()) {
      Made made = photos.get(hit.photo().file().path());
      assertThat(found(hit))
          .as("%s in %s, seed %d", query, made, seed)
          .isEqualTo(expected(made, sought));
      marked += hit.highlights().size();
    }
    return marked;
  }

  private static String query(Random random, List<Sought> sought) {
    StringBuilder query = new StringBuilder("sunset");
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int one = random.nextInt(WORDS.size());
      int two = random.nextInt(WORDS.size());
      switch (random.nextInt(6)) {
        case 0 -> {
          query.append(" \"" + WORDS.get(one) + " " + WORDS.get(two) + "\"");
          sought.add(new Sought(List.of(one, two), ""));
        }
        case 1 -> {
          query.append(" (").append(WORDS.get(one)).append(" OR ").append(WORDS.get(two) + ")");
          sought.add(new Sought(List.of(one), ""));
          sought.add(new Sought(List.of(two), ""));
        }
        case 2 -> {
          query.append(" title:").append(ACCENTED.get(one));
          sought.add(new Sought(List.of(one), Fields.TITLE));
        }
        case 3 -> {
          // Begins two of the words.
          query.append(" harv* harb*");
          sought.add(new Sought(List.of(WORDS.indexOf("harvest")), ""));
          sought.add(new Sought(List.of(WORDS.indexOf("harbour")), ""));
        }
        case 4 -> {
          query.append(" ").append(WORDS.get(one).substring(1)).append("~1");
          sought.add(new Sought(List.of(one), ""));
        }
        default -> {
          query.append(" ").append(WORDS.get(one));
          sought.add(new Sought(List.of(one), ""));
        }
      }
    }
    return query.append(" -absent").toString();
  }

  /** The marked text of each value, unmarked characters as dots. */
  private static Map<String, List<String>> found(Hit hit) {
    Map<String, List<String>> found = new TreeMap<>();
    for (Highlight highlight : hit.highlights()) {
      StringBuilder shown = new StringBuilder(".".repeat(highlight.text().length()));
      highlight
          .ranges()
          .forEach(range ->
              shown.replace(
                  range.start(),
                  range.end(),
                  highlight.text().substring(range.start(), range.end())));
      add(found, highlight.field(), shown.toString());
    }
    return sorted(found);
  }

  private static Map<String, List<String>> expected(Made made, List<Sought> sought) {
    Map<String, List<String>> expected = new TreeMap<>();
    made.texts()
        .forEach((field, texts) -> {
          for (Text text : texts) {
            String end = field.equals(Fields.FILENAME) ? ".jpg" : "";
            StringBuilder shown = new StringBuilder(".".repeat((text.text() + end).length()));
            sought.stream()
                .filter(each -> each.field().isEmpty() || each.field().equals(field))
                .forEach(each -> mark(shown, text, each.row(), field));
            if (!shown.toString().matches("\\.*")) {
              add(expected, field, shown.toString());
            }
          }
        });
    return sorted(expected);
  }

  private static void mark(StringBuilder shown, Text text, List<Integer> row, String field) {
    for (int i = 0; i + row.size() <= text.words().size(); i++) {
      boolean isRow = text.words().subList(i, i + row.size()).equals(row);
      // Something stands between the words of a title.
      if (isRow && (row.size() == 1 || !field.equals(Fields.TITLE))) {
        int last = i + row.size() - 1;
        int start = text.starts().get(i);
        int end = text.starts().get(last) + WORDS.get(text.words().get(last)).length();
        shown.replace(start, end, text.text().substring(start, end));
      }
    }
  }

  private static void add(Map<String, List<String>> to, String field, String text) {
    to.computeIfAbsent(field, name -> new ArrayList<>()).add(text.toLowerCase(Locale.ROOT));
  }

  private static Map<String, List<String>> sorted(Map<String, List<String>> texts) {
    texts.replaceAll((field, values) -> values.stream().sorted().toList());
    return texts;
  }
}
