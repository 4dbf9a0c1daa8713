package io.lumiere.query;

import io.lumiere.query.alike.AlikeTraits;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.group.GroupCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * What one of several directories is asked about its hits of a request, beside its part of a plain
 * page: hits that are grouped, shown once or put in a diverse order are compared with those of the
 * other directories, by whoever asks. Immutable.
 */
public sealed interface ShardQuestion
    permits ShardQuestion.First,
        ShardQuestion.Heads,
        ShardQuestion.Alike,
        ShardQuestion.Traits,
        ShardQuestion.Shown,
        ShardQuestion.Words,
        ShardQuestion.Written,
        ShardQuestion.Ordered,
        ShardQuestion.Column,
        ShardQuestion.Rows,
        ShardQuestion.Named,
        ShardQuestion.Vector,
        ShardQuestion.Explained,
        ShardQuestion.Ahead,
        ShardQuestion.Nearest,
        ShardQuestion.State,
        ShardWordQuestion {
  /**
   * The first hits, as candidates.
   *
   * @param most how many
   * @param continued whether they begin after the request's page token
   * @param after stands before them, as keys of a hit; null where that is not known
   * @param withTraits how many of them come with what they are compared by
   * @param within the groups of which each has first hits of its own; empty: all hits are one
   */
  record First(
      int most, boolean continued, @Nullable FieldDoc after, int withTraits, List<GroupCode> within)
      implements ShardQuestion {
    public First {
      within = List.copyOf(within);
    }
  }

  /** The best hit of each group, and how many hits it has. */
  record Heads(GroupBy by) implements ShardQuestion {}

  /**
   * The near duplicates of photos, which may be of other directories: each once as a candidate, and
   * for each photo their places among these. Only of the first photos where there are many.
   */
  record Alike(float cosine, List<Compared> photos) implements ShardQuestion {
    public Alike {
      photos = List.copyOf(photos);
    }
  }

  /**
   * A photo that hits are compared with.
   *
   * @param within the group whose hits they are; null: all
   */
  record Compared(AlikeTraits photo, @Nullable GroupCode within) {}

  /** The hits with these ids as candidates, with what they are compared by. */
  record Traits(List<String> ids) implements ShardQuestion {
    public Traits {
      ids = List.copyOf(ids);
    }
  }

  /** All that is shown of the hits with these ids. */
  record Shown(List<String> ids) implements ShardQuestion {
    public Shown {
      ids = List.copyOf(ids);
    }
  }

  /** Which words of the search the hits with these ids have. */
  record Words(List<String> ids) implements ShardQuestion {
    public Words {
      ids = List.copyOf(ids);
    }
  }

  /** The request as a query of Lucene, as Lucene writes it. */
  record Written() implements ShardQuestion {}

  /**
   * All hits in their order, as columns of what they are sorted by.
   *
   * @param most how many
   */
  record Ordered(int most) implements ShardQuestion {}

  /**
   * A column of the hits that {@link Ordered} has, in no order.
   *
   * @param most how many
   */
  record Column(HitColumn column, int most) implements ShardQuestion {}

  /**
   * What a grid shows of photos.
   *
   * @param idHashes the hashes of their ids
   */
  record Rows(List<Long> idHashes) implements ShardQuestion {
    public Rows {
      idHashes = List.copyOf(idHashes);
    }
  }

  /** The photo with this id or, failing that, this path. */
  record Named(String idOrPath) implements ShardQuestion {}

  /** The vector of the photo with this id or, failing that, this path. */
  record Vector(String idOrPath) implements ShardQuestion {}

  /**
   * Why the photo with this id or, failing that, this path is a hit, or is none, as far as the
   * directory knows.
   */
  record Explained(String idOrPath) implements ShardQuestion {}

  /**
   * What comes ahead of a photo, which may be of another directory.
   *
   * @param hit where it stands among the hits; null where it is none
   * @param outside as {@link HeldPhoto#outside}
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Ahead(@Nullable FieldDoc hit, float[] outside) implements ShardQuestion {}

  /** The path that was likely meant by one that no photo has. */
  record Nearest(String path) implements ShardQuestion {}

  /** A number that says which state of itself the directory is in. */
  record State() implements ShardQuestion {}

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if it is not that
   */
  static ShardQuestion of(byte[] bytes) {
    ShardValues all = ShardValues.of(ValueBytes.read(bytes));
    return switch (all.text(0)) {
      case "first" ->
          new First(
              all.number(1).intValue(),
              all.number(2).intValue() != 0,
              all.hitOrNull(3),
              all.number(4).intValue(),
              all.list(5).stream().map(ShardQuestion::code).toList());
      case "heads" -> new Heads(GroupBy.valueOf(all.text(1)));
      case "alike" ->
          new Alike(
              all.number(1).floatValue(),
              all.list(2).stream().map(ShardQuestion::compared).toList());
      case "traits" -> new Traits(all.list(1).stream().map(String::valueOf).toList());
      case "shown" -> new Shown(all.list(1).stream().map(String::valueOf).toList());
      case "words" -> new Words(all.list(1).stream().map(String::valueOf).toList());
      case "written" -> new Written();
      case "ordered" -> new Ordered(all.number(1).intValue());
      case "column" -> new Column(HitColumn.valueOf(all.text(1)), all.number(2).intValue());
      case "rows" -> new Rows(Arrays.stream(all.longs(1)).boxed().toList());
      case "named" -> new Named(all.text(1));
      case "vector" -> new Vector(all.text(1));
      case "explained" -> new Explained(all.text(1));
      case "ahead" -> new Ahead(all.hitOrNull(1), all.vector(2));
      case "nearest" -> new Nearest(all.text(1));
      case "state" -> new State();
      default -> ofWords(all);
    };
  }

  private static ShardQuestion ofWords(ShardValues all) {
    ShardWordQuestion question = ShardWordQuestion.of(all);
    if (question == null) {
      throw new IllegalArgumentException("there is no question '" + all.text(0) + "'");
    }
    return question;
  }

  private static Compared compared(Object value) {
    ShardValues all = ShardValues.of(value);
    List<?> within = all.list(3);
    return new Compared(
        new AlikeTraits(all.vectorOrNull(0), all.textOrNull(1), all.textOrNull(2)),
        within.isEmpty() ? null : code(within));
  }

  /** Reads what {@link #value} made. */
  static GroupCode code(Object value) {
    ShardValues all = ShardValues.of(value);
    List<@Nullable String> parts = new ArrayList<>();
    for (int i = 1; i < all.values().size(); i++) {
      parts.add(all.textOrNull(i));
    }
    return new GroupCode(GroupBy.valueOf(all.text(0)), parts);
  }

  /** A value that {@link #code} reads. */
  static List<@Nullable Object> value(GroupCode code) {
    List<@Nullable Object> value = new ArrayList<>();
    value.add(code.by().name());
    value.addAll(code.parts());
    return value;
  }

  /** Bytes that {@link #of} reads. */
  default byte[] toBytes() {
    return ValueBytes.of(
        switch (this) {
          case First first ->
              Arrays.asList(
                  "first",
                  first.most(),
                  first.continued() ? 1 : 0,
                  ShareValues.keys(first.after()),
                  first.withTraits(),
                  first.within().stream().map(ShardQuestion::value).toList());
          case Heads heads -> List.of("heads", heads.by().name());
          case Alike alike ->
              List.of(
                  "alike",
                  alike.cosine(),
                  alike.photos().stream().map(ShardQuestion::value).toList());
          case Traits traits -> List.of("traits", traits.ids());
          case Shown shown -> List.of("shown", shown.ids());
          case Words words -> List.of("words", words.ids());
          case Written written -> List.of("written");
          case Ordered ordered -> List.of("ordered", ordered.most());
          case Column column -> List.of("column", column.column().name(), column.most());
          case Rows rows ->
              List.of("rows", rows.idHashes().stream().mapToLong(hash -> hash).toArray());
          case Named named -> List.of("named", named.idOrPath());
          case Vector vector -> List.of("vector", vector.idOrPath());
          case Explained explained -> List.of("explained", explained.idOrPath());
          case Ahead ahead ->
              Arrays.asList("ahead", ShareValues.keys(ahead.hit()), ahead.outside());
          case Nearest nearest -> List.of("nearest", nearest.path());
          case State state -> List.of("state");
          case ShardWordQuestion words -> words.value();
        });
  }

  private static List<@Nullable Object> value(Compared compared) {
    AlikeTraits photo = compared.photo();
    GroupCode within = compared.within();
    return Arrays.asList(
        photo.vector(),
        photo.contentHash(),
        photo.burst(),
        within == null ? List.of() : value(within));
  }
}
