package io.lumiere.query.language;

import io.lumiere.query.internal.words.WordExpression;
import io.lumiere.query.internal.words.WordsQueries;
import io.lumiere.schema.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Splits a tree into what ranks and what filters. Used for one tree; not thread-safe. */
final class Interpreter {
  private static final WordsQueries WORDS = new WordsQueries();
  private static final Query ALL_PHOTOS = new FieldExistsQuery(Fields.ID);

  private final List<String> shows = new ArrayList<>();
  private final List<String> plain = new ArrayList<>();
  private final List<WordExpression> sought = new ArrayList<>();
  private final List<Node> away = new ArrayList<>();
  private final List<PhotoFilter> kept = new ArrayList<>();
  private final List<PhotoReference> similar = new ArrayList<>();

  Interpretation interpret(Node root) {
    take(root);
    sought.addAll(WORDS.words(String.join(" ", plain)));
    boolean isRanked =
        !shows.isEmpty() || !sought.isEmpty() || similar.stream().anyMatch(PhotoReference::isLiked);
    if (!isRanked) {
      away.forEach(node -> keep(new Node.Not(node)));
    }
    List<Node> moved = isRanked ? away : List.of();
    return new Interpretation(
        String.join(" ", shows),
        sought,
        moved.stream().map(Interpreter::text).collect(Collectors.joining(", ")),
        moved.stream().map(Interpreter::sought).flatMap(Optional::stream).toList(),
        kept,
        similar);
  }

  private void take(Node node) {
    switch (node) {
      case Node.All all -> all.parts().forEach(this::take);
      case Node.Word word -> {
        shows.add(word.text());
        plain.add(word.text());
      }
      case Node.Required required -> {
        keep(required);
        sought.add(new WordExpression.Single(required.word()));
        if (required.isShown()) {
          shows.add(required.text());
        }
      }
      case Node.Similar like -> similar.add(like.photo());
      case Node.Any any when any.isWordsOnly() -> {
        shows.add(text(any));
        sought(any).ifPresent(sought::add);
      }
      case Node.Not not when not.part().isWordsOnly() -> away.add(not.part());
      case Node.Any any -> keep(any);
      case Node.Not not -> keep(not);
      case Node.Filter filter -> keep(filter);
    }
  }

  private void keep(Node node) {
    Query filter = filter(node);
    if (filter != null) {
      kept.add(new PhotoFilter(Explanation.keeps(node), field(node), filter));
    }
  }

  /** The one field that it is about; empty where there is none. */
  private static String field(Node node) {
    return switch (node) {
      case Node.Filter filter -> filter.field();
      case Node.Not not -> field(not.part());
      default -> "";
    };
  }

  /** The photos that have it; null where any does. */
  private static @Nullable Query filter(Node node) {
    return switch (node) {
      case Node.Word word -> sought(word).map(WORDS::filter).orElse(null);
      case Node.Required required -> WORDS.filter(new WordExpression.Single(required.word()));
      case Node.Filter filter -> filter.meaning().query();
      case Node.All all -> joined(Occur.FILTER, filters(all.parts()));
      case Node.Any any -> joined(Occur.SHOULD, filters(any.parts()));
      case Node.Not not -> {
        Query unwanted = filter(not.part());
        yield unwanted == null
            ? null
            : new BooleanQuery.Builder()
                .add(ALL_PHOTOS, Occur.FILTER)
                .add(unwanted, Occur.MUST_NOT)
                .build();
      }
      case Node.Similar like -> null;
    };
  }

  private static List<Query> filters(List<Node> nodes) {
    return nodes.stream().map(Interpreter::filter).filter(Objects::nonNull).toList();
  }

  private static @Nullable Query joined(Occur occur, List<Query> queries) {
    if (queries.size() <= 1) {
      return queries.isEmpty() ? null : queries.getFirst();
    }
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    queries.forEach(query -> joined.add(query, occur));
    return joined.build();
  }

  /** The text of a node of words only, as it is given to the model. */
  static String text(Node node) {
    return switch (node) {
      case Node.Word word -> word.text();
      case Node.All all ->
          all.parts().stream().map(Interpreter::text).collect(Collectors.joining(" "));
      case Node.Any any ->
          any.parts().stream().map(Interpreter::text).collect(Collectors.joining(" or "));
      default -> throw new IllegalArgumentException("not words only: " + node);
    };
  }

  /** Words only; empty where they are none. */
  private static Optional<WordExpression> sought(Node node) {
    return switch (node) {
      case Node.Word word -> all(WORDS.words(word.text()));
      case Node.All all ->
          all(all.parts().stream().map(Interpreter::sought).flatMap(Optional::stream).toList());
      case Node.Any any -> {
        List<WordExpression> parts =
            any.parts().stream().map(Interpreter::sought).flatMap(Optional::stream).toList();
        yield parts.isEmpty() ? Optional.empty() : Optional.of(new WordExpression.AnyOf(parts));
      }
      default -> throw new IllegalArgumentException("not words only: " + node);
    };
  }

  private static Optional<WordExpression> all(List<WordExpression> parts) {
    return parts.size() <= 1
        ? parts.stream().findFirst()
        : Optional.of(new WordExpression.AllOf(parts));
  }
}
