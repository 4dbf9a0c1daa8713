package io.lumiere.query.group;

import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Places by numbers from 0. A town's name alone would not do: many countries have a Victoria, some
 * have several.
 */
final class PlaceKeys implements GroupKeys {
  /** From the country down. */
  private static final List<String> LEVELS = List.of(Fields.COUNTRY, Fields.REGION, Fields.CITY);

  private final Map<List<@Nullable String>, Integer> numbers = new HashMap<>();
  private final List<List<@Nullable String>> places = new ArrayList<>();

  @Override
  public Segment leaf(LeafReaderContext context) throws IOException {
    KeywordOrds[] levels = new KeywordOrds[LEVELS.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = new KeywordOrds(context.reader(), LEVELS.get(i));
    }
    // Documents of the same place have the same ordinals, so that names are looked up but once.
    Map<Long, Integer> known = new HashMap<>();
    int[] ords = new int[levels.length];
    return new Segment() {
      private long last = -1;
      private int lastNumber;

      @Override
      public long key(int doc) throws IOException {
        long packed = 0;
        for (int i = 0; i < ords.length; i++) {
          ords[i] = levels[i].ord(doc);
          packed = packed * (levels[i].size() + 1L) + ords[i] + 1;
        }
        // Neighbouring photos are often of one place.
        if (packed != last) {
          Integer number = known.get(packed);
          if (number == null) {
            number = number(names(levels, ords));
            known.put(packed, number);
          }
          last = packed;
          lastNumber = number;
        }
        return lastNumber;
      }
    };
  }

  private static List<@Nullable String> names(KeywordOrds[] levels, int[] ords) throws IOException {
    List<@Nullable String> names = new ArrayList<>();
    for (int i = 0; i < ords.length; i++) {
      names.add(ords[i] == KeywordOrds.NONE ? null : levels[i].term(ords[i]));
    }
    return Collections.unmodifiableList(names);
  }

  private int number(List<@Nullable String> place) {
    return numbers.computeIfAbsent(
        place,
        added -> {
          places.add(added);
          return places.size() - 1;
        });
  }

  @Override
  public GroupCode code(long key, int doc) {
    return new GroupCode(GroupBy.PLACE, places.get((int) key));
  }

  @Override
  public Group group(long key, int doc, int photos) {
    return group(places.get((int) key), photos);
  }

  /** The group of a place, by its names. */
  static Group group(List<@Nullable String> place, int photos) {
    if (place.size() != LEVELS.size()) {
      throw new IllegalArgumentException(place + " is not a place");
    }
    BooleanQuery.Builder filter =
        new BooleanQuery.Builder().add(new FieldExistsQuery(Fields.ID), Occur.FILTER);
    for (int i = 0; i < LEVELS.size(); i++) {
      String name = place.get(i);
      String field = LEVELS.get(i);
      if (name == null) {
        filter.add(new FieldExistsQuery(field), Occur.MUST_NOT);
      } else {
        filter.add(new TermQuery(new Term(field, name)), Occur.FILTER);
      }
    }
    if (place.stream().allMatch(Objects::isNull)) {
      return new Group(Group.NONE, "no place", photos, filter.build());
    }
    String names =
        place.stream().map(name -> name == null ? "" : name).collect(Collectors.joining("/"));
    // What is not known at the end leaves no slashes behind.
    return new Group(names.replaceAll("/+$", ""), label(place), photos, filter.build());
  }

  /** The smallest first, and no name twice: regions are often called as their towns. */
  private static String label(List<@Nullable String> place) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    for (String name : place.reversed()) {
      if (name != null) {
        names.add(name);
      }
    }
    return String.join(", ", names);
  }
}
