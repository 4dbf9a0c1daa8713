package io.lumiere.query;

import io.lumiere.query.completion.BegunTerms;
import io.lumiere.query.completion.Completer;
import io.lumiere.query.completion.Completion;
import io.lumiere.query.completion.FieldValues;
import io.lumiere.query.completion.TermCompletions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What begins in one way among the photos of several directories. Not thread-safe. */
final class SharedTerms implements BegunTerms {
  private final Map<String, List<Map<String, Integer>>> values = new HashMap<>();
  private final Map<String, List<Map<String, Integer>>> terms = new HashMap<>();

  private SharedTerms() {}

  /** Completes a half-written search, as {@link PhotoFinder#complete}. */
  static List<Completion> complete(SharedQuestions questions, String text, int caret)
      throws IOException {
    Asked asked = new Asked();
    List<Completion> ofNames = new Completer(asked).at(text, caret);
    String begun = asked.begun;
    return begun == null ? ofNames : new Completer(of(asked, begun, questions)).at(text, caret);
  }

  /** Notes what is asked about: all that may be, as it knows of nothing. */
  private static final class Asked implements BegunTerms {
    private final Set<String> values = new LinkedHashSet<>();
    private final Set<String> terms = new LinkedHashSet<>();
    private @Nullable String begun;

    @Override
    public Stream<FieldValues.Value> values(String field, String first) {
      begun = first;
      values.add(field);
      return Stream.empty();
    }

    @Override
    public List<Map.Entry<String, Integer>> terms(List<String> fields, String first) {
      begun = first;
      terms.addAll(fields);
      return List.of();
    }
  }

  private static SharedTerms of(Asked asked, String begun, SharedQuestions questions) {
    SharedTerms found = new SharedTerms();
    List<String> values = List.copyOf(asked.values);
    List<String> terms = List.copyOf(asked.terms);
    for (ShardValues answer : questions.values(new ShardWordQuestion.Begun(begun, values, terms))) {
      add(answer.list(0), values, found.values);
      add(answer.list(1), terms, found.terms);
    }
    return found;
  }

  private static void add(
      List<?> answers, List<String> fields, Map<String, List<Map<String, Integer>>> to) {
    for (int i = 0; i < fields.size(); i++) {
      to.computeIfAbsent(fields.get(i), first -> new ArrayList<>())
          .add(counts(ShardValues.of(answers.get(i))));
    }
  }

  /** Words, each with how many photos have it, in their order. */
  static Map<String, Integer> counts(ShardValues answer) {
    List<?> words = answer.list(0);
    int[] counts = answer.ints(1);
    Map<String, Integer> all = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      all.put(String.valueOf(words.get(i)), counts[i]);
    }
    return all;
  }

  @Override
  public Stream<FieldValues.Value> values(String field, String begun) {
    Map<String, Integer> sums = new HashMap<>();
    for (Map<String, Integer> ofOne : values.getOrDefault(field, List.of())) {
      ofOne.forEach((value, count) -> sums.merge(value, count, Integer::sum));
    }
    return FieldValues.beginning(FieldValues.commonest(sums), begun);
  }

  @Override
  public List<Map.Entry<String, Integer>> terms(List<String> fields, String begun)
      throws IOException {
    return TermCompletions.commonest(
        fields, field -> TermCompletions.merged(terms.getOrDefault(field, List.of())));
  }
}
