package io.lumiere.query;

import io.lumiere.query.internal.words.IndexStems;
import io.lumiere.query.spelling.KnownWords;
import io.lumiere.query.spelling.Speller;
import io.lumiere.query.spelling.Suggestion;
import io.lumiere.query.statistics.StatisticsSums;
import io.lumiere.schema.Language;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The words of the photos of several directories. Not thread-safe. */
final class SharedWords implements KnownWords {
  private final SharedQuestions questions;
  private final Set<SpeltWord> known;
  private final Map<SpeltWord, Integer> photos = new HashMap<>();

  private SharedWords(SharedQuestions questions, Set<SpeltWord> known) {
    this.questions = questions;
    this.known = known;
  }

  /** What is likely meant by a request, as {@link RequestSpelling} says it. */
  static List<Suggestion> suggest(
      SearchRequest request, SharedQuestions questions, Predicate<String> isWord)
      throws IOException {
    Asked asked = new Asked();
    RequestSpelling.suggest(request, () -> new Speller(asked, isWord));
    if (asked.words.isEmpty()) {
      return List.of();
    }
    Set<SpeltWord> known = known(List.copyOf(asked.words), questions);
    return RequestSpelling.suggest(
        request, () -> new Speller(new SharedWords(questions, known), isWord));
  }

  /** Notes which words are asked about: all of them, as it knows each. */
  private static final class Asked implements KnownWords {
    private final Set<SpeltWord> words = new LinkedHashSet<>();

    @Override
    public boolean has(String word, @Nullable String field) {
      words.add(new SpeltWord(word, field));
      return true;
    }

    @Override
    public Map<String, Integer> near(String word, @Nullable String field, int edits) {
      return Map.of();
    }

    @Override
    public int photos(String word, @Nullable String field) {
      return 0;
    }
  }

  private static Set<SpeltWord> known(List<SpeltWord> words, SharedQuestions questions) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    Set<SpeltWord> known = new HashSet<>();
    Map<SpeltWord, Set<String>> stems = new HashMap<>();
    for (ShardValues answer : questions.values(new ShardWordQuestion.Known(words))) {
      answer.list(0).forEach(name -> languages.add(Language.valueOf(String.valueOf(name))));
      List<?> ofEach = answer.list(1);
      for (int i = 0; i < words.size(); i++) {
        ShardValues word = ShardValues.of(ofEach.get(i));
        if (word.number(0).intValue() != 0) {
          known.add(words.get(i));
        }
        Set<String> found = stems.computeIfAbsent(words.get(i), first -> new HashSet<>());
        word.list(1).forEach(stem -> found.add(String.valueOf(stem)));
      }
    }
    IndexStems ofLanguages = new IndexStems(new StatisticsSums(0, languages, Map.of()));
    stems.forEach((word, found) -> {
      if (ofLanguages.terms(word.word()).stream().anyMatch(found::contains)) {
        known.add(word);
      }
    });
    return known;
  }

  @Override
  public boolean has(String word, @Nullable String field) {
    return known.contains(new SpeltWord(word, field));
  }

  @Override
  public Map<String, Integer> near(String word, @Nullable String field, int edits) {
    Map<String, Integer> sums = new HashMap<>();
    ShardQuestion question = new ShardWordQuestion.Near(new SpeltWord(word, field), edits);
    for (ShardValues answer : questions.values(question)) {
      SharedTerms.counts(answer).forEach((near, count) -> sums.merge(near, count, Integer::sum));
    }
    return sums;
  }

  /** Each question is a way there and back. */
  @Override
  public void expect(List<String> words, @Nullable String field) {
    List<SpeltWord> asked = words.stream().map(word -> new SpeltWord(word, field)).toList();
    if (asked.isEmpty()) {
      return;
    }
    asked.forEach(word -> photos.put(word, 0));
    for (ShardValues answer : questions.values(new ShardWordQuestion.Having(asked))) {
      int[] counts = answer.ints(0);
      for (int i = 0; i < counts.length; i++) {
        photos.merge(asked.get(i), counts[i], Integer::sum);
      }
    }
  }

  @Override
  public int photos(String word, @Nullable String field) {
    SpeltWord asked = new SpeltWord(word, field);
    if (!photos.containsKey(asked)) {
      expect(List.of(word), field);
    }
    return photos.getOrDefault(asked, 0);
  }
}
