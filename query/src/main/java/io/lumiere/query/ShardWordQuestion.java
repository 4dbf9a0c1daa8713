package io.lumiere.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of several directories is asked about the words of its photos, whatever is searched for.
 * Immutable.
 */
sealed interface ShardWordQuestion extends ShardQuestion {
  /** Which words it has: each itself, or by a stem. */
  record Known(List<SpeltWord> words) implements ShardWordQuestion {
    public Known {
      words = List.copyOf(words);
    }
  }

  /** Which words differ from one by so many letters. */
  record Near(SpeltWord word, int edits) implements ShardWordQuestion {}

  /** How many photos have each of some words. */
  record Having(List<SpeltWord> words) implements ShardWordQuestion {
    public Having {
      words = List.copyOf(words);
    }
  }

  /**
   * What begins in a way.
   *
   * @param values fields of keywords
   * @param terms other fields
   */
  record Begun(String begun, List<String> values, List<String> terms) implements ShardWordQuestion {
    public Begun {
      values = List.copyOf(values);
      terms = List.copyOf(terms);
    }
  }

  /** Reads {@link #value}; null where it is none of these questions. */
  static @Nullable ShardWordQuestion of(ShardValues all) {
    return switch (all.text(0)) {
      case "known" -> new Known(words(all));
      case "near" -> new Near(SpeltWord.of(all.list(1)), all.number(2).intValue());
      case "having" -> new Having(words(all));
      case "begun" -> new Begun(all.text(1), texts(all.list(2)), texts(all.list(3)));
      default -> null;
    };
  }

  private static List<SpeltWord> words(ShardValues all) {
    return all.list(1).stream().map(SpeltWord::of).toList();
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(String::valueOf).toList();
  }

  /** A value that {@link #of} reads. */
  default List<Object> value() {
    return switch (this) {
      case Known known -> List.of("known", known.words().stream().map(SpeltWord::value).toList());
      case Near near -> List.of("near", near.word().value(), near.edits());
      case Having having ->
          List.of("having", having.words().stream().map(SpeltWord::value).toList());
      case Begun begun -> List.of("begun", begun.begun(), begun.values(), begun.terms());
    };
  }
}
