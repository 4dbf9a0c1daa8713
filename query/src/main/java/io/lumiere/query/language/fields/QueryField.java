package io.lumiere.query.language.fields;

import io.lumiere.query.facet.Facet;
import io.lumiere.schema.Photo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one field that a search can name: its names, how its values are read, how photos
 * that have it are found and counted, and what explanations say about it. {@link QueryFields} has
 * them all. Immutable, thread-safe.
 */
public final class QueryField {
  private final String name;
  private final String example;
  private final String help;
  private final boolean spacious;
  private final ValueReader reader;
  private final List<String> aliases;
  private final Map<String, Query> has;
  private final List<Facet> facets;
  private final @Nullable Function<Photo, String> fact;
  private final Map<String, Integer> ranks;
  private final List<String> keywordFields;
  private final List<String> choices;

  private QueryField(Builder builder) {
    name = builder.name;
    example = builder.example;
    help = builder.help;
    spacious = builder.spacious;
    reader = builder.reader;
    aliases = List.copyOf(builder.aliases);
    has = Map.copyOf(builder.has);
    facets = List.copyOf(builder.facets);
    fact = builder.fact;
    ranks = Map.copyOf(builder.ranks);
    keywordFields = List.copyOf(builder.keywordFields);
    choices =
        reader instanceof ChoiceReader choice
            ? List.copyOf(choice.names())
            : List.copyOf(builder.choices);
  }

  /** The name, as help shows it. */
  public String name() {
    return name;
  }

  /** Other names of it. */
  public List<String> aliases() {
    return aliases;
  }

  /** A value, as help shows it. */
  public String example() {
    return example;
  }

  /** What it keeps, in a few words. */
  public String help() {
    return help;
  }

  /** Whether an unquoted value may continue after a space, like {@code last june}. */
  public boolean spacious() {
    return spacious;
  }

  /** Reads its values. */
  public ValueReader reader() {
    return reader;
  }

  /** Whether {@code =} and a value keeps photos with exactly that value. */
  public boolean isExact() {
    return reader instanceof ExactReader;
  }

  /** Fields of the index whose whole values can be written; empty where there are none. */
  public List<String> keywordFields() {
    return keywordFields;
  }

  /** Values that it has in every index, such as {@code last week}, to be offered. */
  public List<String> choices() {
    return choices;
  }

  /** What hits can be counted by. */
  public List<Facet> facets() {
    return facets;
  }

  /**
   * What is known of a photo, to explain why a value leaves it out, such as {@code it was taken on
   * 2021-07-04}; empty where a few words cannot say it.
   */
  public Optional<String> fact(Photo photo) {
    return Optional.ofNullable(fact).map(known -> known.apply(photo));
  }

  /** What {@code has:} calls the photos that have it. */
  Map<String, Query> has() {
    return has;
  }

  /**
   * The order in which fields of the index are shown where words were found in them: least first.
   */
  Map<String, Integer> ranks() {
    return ranks;
  }

  /** An entry whose value may continue after a space: days, times, numbers, and some words. */
  static Builder phrase(String name, String example, String help, ValueReader reader) {
    return new Builder(name, example, help, true, reader);
  }

  /** An entry whose value ends at a space. */
  static Builder words(String name, String example, String help, ValueReader reader) {
    return new Builder(name, example, help, false, reader);
  }

  /**
   * An entry for a keyword field of few values: its words, {@code has:} and a facet, which is equal
   * to the constant of {@link Facet} with the same name, such as {@link Facet#LENS}, if there is
   * one.
   */
  static Builder keywords(String name, String example, String help, String field) {
    return words(name, example, help, WordsReader.inKeywords(field, name))
        .has(field, name)
        .facet(Facet.ofKeywords(name, field))
        .values(field);
  }

  /** The photos that have one of some fields of the index. */
  static Query exists(String... fields) {
    if (fields.length == 1) {
      return new FieldExistsQuery(fields[0]);
    }
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    for (String field : fields) {
      either.add(new FieldExistsQuery(field), Occur.SHOULD);
    }
    return either.build();
  }

  /** The fields of some builders. */
  static List<QueryField> all(Builder... entries) {
    return Arrays.stream(entries).map(QueryField::new).toList();
  }

  /** Gathers what there is to know of a field. Not thread-safe. */
  static final class Builder {
    private final String name;
    private final String example;
    private final String help;
    private final boolean spacious;
    private final ValueReader reader;
    private final Map<String, Query> has = new LinkedHashMap<>();
    private final List<Facet> facets = new ArrayList<>();
    private final Map<String, Integer> ranks = new LinkedHashMap<>();
    private List<String> aliases = List.of();
    private List<String> keywordFields = List.of();
    private List<String> choices = List.of();
    private @Nullable Function<Photo, String> fact;

    private Builder(
        String name, String example, String help, boolean spacious, ValueReader reader) {
      this.name = name;
      this.example = example;
      this.help = help;
      this.spacious = spacious;
      this.reader = reader;
    }

    /** Other names. */
    Builder aliases(String... names) {
      aliases = List.of(names);
      return this;
    }

    /** What {@code has:} calls the photos that have a field of the index. */
    Builder has(String field, String... names) {
      return has(exists(field), names);
    }

    /** What {@code has:} calls some photos. */
    Builder has(Query query, String... names) {
      Arrays.stream(names).forEach(called -> has.put(called, query));
      return this;
    }

    /** Fields of the index whose values are offered. */
    Builder values(String... fields) {
      keywordFields = List.of(fields);
      return this;
    }

    /** Values that are offered whatever the index has. */
    Builder choices(String... values) {
      choices = List.of(values);
      return this;
    }

    /** What hits can be counted by. */
    Builder facet(Facet facet) {
      facets.add(facet);
      return this;
    }

    /** What to say of a photo that a value leaves out. */
    Builder fact(Function<Photo, String> known) {
      fact = known;
      return this;
    }

    /** Where fields of the index stand, from this rank on, when found words are shown. */
    Builder shown(int rank, String... fields) {
      for (int i = 0; i < fields.length; i++) {
        ranks.put(fields[i], rank + i);
      }
      return this;
    }
  }
}
