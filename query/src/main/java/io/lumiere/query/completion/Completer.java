package io.lumiere.query.completion;

import io.lumiere.query.completion.Completion.Kind;
import io.lumiere.query.language.dates.FriendlyDates;
import io.lumiere.query.language.fields.QueryField;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.query.language.fields.Value;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Completes half-written searches: at the caret, a name of a field, a value of the field that
 * stands before it, or a word, a value or a file's name that photos have. Used for one state of the
 * photos; thread-safe if their terms are.
 */
public final class Completer {
  /** The most completions of one place. */
  public static final int MOST = 20;

  private static final QueryFields FIELDS =
      new QueryFields(new FriendlyDates(LocalDate.EPOCH, false));

  /** The fields whose values are offered where no field is named. */
  private static final List<String> OFFERED =
      List.of("people", "city", "country", "region", "keyword", "camera", "lens", "label");

  private static final List<String> WORDS =
      List.of(
          Fields.TITLE,
          Fields.DESCRIPTION,
          Fields.KEYWORDS,
          Fields.PEOPLE,
          Fields.PLACE,
          Fields.FOLDERS,
          Fields.FILENAME,
          Fields.CREATOR);

  private static final int MOST_FIELDS = 5;
  private static final int MOST_VALUES = 8;
  private static final int MOST_WORDS = 8;
  private static final int MOST_NAMES = 3;

  /** From so many letters on names of files are looked for. */
  private static final int SHORTEST_NAME = 3;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\\p{M}_.-]+");
  private static final Pattern QUOTE = Pattern.compile("[\"\u201c\u201d\u201e]");

  private final BegunTerms terms;

  /** Completes from terms of photos. */
  public Completer(BegunTerms terms) {
    this.terms = terms;
  }

  /**
   * What may be meant, the likeliest first, {@value #MOST} at most.
   *
   * @param caret a place in the text, in code points
   */
  public List<Completion> at(String text, int caret) throws IOException {
    CaretWord word = CaretWord.at(text, caret);
    Optional<QueryField> field =
        word.field() == null ? Optional.empty() : FIELDS.find(word.field());
    List<Completion> found = new ArrayList<>();
    if (field.isPresent()) {
      addValues(field.get(), word, "", MOST, found);
    } else if (word.field() == null && !word.begun().isBlank()) {
      addBare(word, found);
    } else if (word.field() == null) {
      addFields(word, MOST, found);
    }
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  private void addBare(CaretWord word, List<Completion> found) throws IOException {
    addFields(word, MOST_FIELDS, found);
    List<Completion> offered = new ArrayList<>();
    for (String name : OFFERED) {
      addValues(FIELDS.find(name).orElseThrow(), word, name + ":", MOST_VALUES, offered);
    }
    offered.sort((a, b) -> Integer.compare(count(b), count(a)));
    found.addAll(offered.subList(0, Math.min(MOST_VALUES, offered.size())));
    String folded = FieldValues.fold(word.begun());
    terms.terms(WORDS, word.begun()).stream()
        .filter(term -> !term.getKey().equals(folded))
        .limit(MOST_WORDS)
        .forEach(
            term -> found.add(of(word, Kind.WORD, term.getKey(), term.getKey(), term.getValue())));
    if (folded.length() >= SHORTEST_NAME) {
      addNames(word, found);
    }
  }

  private static int count(Completion completion) {
    return completion.count() == null ? 0 : completion.count();
  }

  private static void addFields(CaretWord word, int most, List<Completion> found) {
    String begun = word.begun().toLowerCase(Locale.ROOT);
    FIELDS.all().stream()
        .filter(field ->
            Stream.concat(Stream.of(field.name()), field.aliases().stream())
                .anyMatch(name -> name.startsWith(begun)))
        .limit(most)
        .forEach(field ->
            found.add(
                of(
                    word,
                    Kind.FIELD,
                    field.name() + ":",
                    field.name() + ": " + field.help(),
                    null)));
  }

  /**
   * Values of a field.
   *
   * @param before what to write before a value
   */
  private void addValues(
      QueryField field, CaretWord word, String before, int most, List<Completion> found)
      throws IOException {
    String begun = FieldValues.fold(word.begun());
    int end = found.size() + most;
    for (String choice : field.choices()) {
      if (found.size() < end && FieldValues.fold(choice).startsWith(begun)) {
        found.add(of(word, Kind.VALUE, before + quoted(choice), choice, null));
      }
    }
    Set<String> met = new LinkedHashSet<>();
    for (String indexed : field.keywordFields()) {
      terms
          .values(indexed, word.begun())
          .filter(value -> !QUOTE.matcher(value.text()).find() && met.add(value.text()))
          .limit(Math.max(0, end - found.size()))
          .forEach(value ->
              found.add(
                  of(
                      word,
                      Kind.VALUE,
                      before + quoted(value.text()),
                      value.text(),
                      value.count())));
    }
    Optional<String> words =
        field.keywordFields().isEmpty() && !begun.isEmpty()
            ? field.reader().wordsField(new Value(begun, 0))
            : Optional.empty();
    if (words.isPresent()) {
      terms.terms(List.of(words.get()), word.begun()).stream()
          .limit(Math.max(0, end - found.size()))
          .forEach(term ->
              found.add(
                  of(
                      word,
                      Kind.VALUE,
                      before + quoted(term.getKey()),
                      term.getKey(),
                      term.getValue())));
    }
  }

  /** Names of files: the term is the folded name without its extension, a slash, and the rest. */
  private void addNames(CaretWord word, List<Completion> found) throws IOException {
    for (Map.Entry<String, Integer> name :
        terms.terms(List.of(Fields.NAME), word.begun()).stream().limit(MOST_NAMES).toList()) {
      String[] parts = name.getKey().split("/", 3);
      String file = parts.length > 1 && !parts[1].isEmpty() ? parts[0] + "." + parts[1] : parts[0];
      if (PLAIN.matcher(file).matches()) {
        found.add(of(word, Kind.PHOTO, file, file, name.getValue()));
      }
    }
  }

  /** A value as it is written in a search. */
  private static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : '"' + value + '"';
  }

  private static Completion of(
      CaretWord word, Kind kind, String text, String label, @Nullable Integer count) {
    return new Completion(text, word.from(), word.to(), kind, label, count);
  }
}
