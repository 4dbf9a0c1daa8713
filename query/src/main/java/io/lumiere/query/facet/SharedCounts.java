package io.lumiere.query.facet;

import io.lumiere.query.facet.TakenLeaf.Day;
import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Precision;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * What is counted over the hits in one of several directories, or in all of them: every value, as
 * the commonest of all directories need not be common in one. Immutable.
 *
 * @param hits how many there are
 * @param paths how many hits have each value, for each facet
 * @param days how many are of each day; empty where no histogram is wanted
 * @param hasGuesses whether dates of some photo are guesses, a hit or not
 */
public record SharedCounts(
    int hits,
    List<Map<List<String>, Integer>> paths,
    Map<Optional<Day>, Integer> days,
    boolean hasGuesses) {
  public SharedCounts {
    paths = List.copyOf(paths);
    days = Map.copyOf(days);
  }

  /** Counts over all hits of a query in one directory. */
  public static SharedCounts of(
      FacetSearch wanted, IndexSearcher searcher, Query query, List<IndexedModel> models)
      throws IOException {
    boolean hasGuesses = searcher.count(GuessedDates.query()) > 0;
    FacetIndex index = wanted.index(models, hasGuesses);
    Set<ValueSource<?>> sources = new LinkedHashSet<>();
    wanted.facets().forEach(facet -> sources.add(facet.source(index)));
    if (wanted.histogram() != null) {
      sources.add(TakenLeaf.DAYS);
    }
    ValueCounts counts = ValueCounts.of(searcher, query, sources);
    return new SharedCounts(
        counts.hits(),
        wanted.facets().stream().map(facet -> facet.paths(index, counts)).toList(),
        wanted.histogram() == null ? Map.of() : counts.counts(TakenLeaf.DAYS),
        hasGuesses);
  }

  /** The counts of several directories, at least one, in which the same was counted. */
  public static SharedCounts merged(Collection<SharedCounts> directories) {
    int hits = 0;
    boolean hasGuesses = false;
    List<Map<List<String>, Integer>> paths = new ArrayList<>();
    Map<Optional<Day>, Integer> days = new HashMap<>();
    for (SharedCounts counts : directories) {
      hits += counts.hits;
      hasGuesses |= counts.hasGuesses;
      counts.days.forEach((day, count) -> days.merge(day, count, Integer::sum));
      for (int i = 0; i < counts.paths.size(); i++) {
        if (i == paths.size()) {
          paths.add(new HashMap<>());
        }
        Map<List<String>, Integer> sums = paths.get(i);
        counts.paths.get(i).forEach((path, count) -> sums.merge(path, count, Integer::sum));
      }
    }
    return new SharedCounts(hits, paths, days, hasGuesses);
  }

  /** What the search wanted of them. */
  public FacetSearch.Counted counted(FacetSearch wanted, List<IndexedModel> models) {
    FacetIndex index = wanted.index(models, hasGuesses);
    List<FacetCounts> counts = new ArrayList<>();
    for (int i = 0; i < wanted.facets().size(); i++) {
      counts.add(FacetCounts.of(wanted.facets().get(i), index, wanted, paths.get(i)));
    }
    return new FacetSearch.Counted(
        hits,
        counts,
        wanted.histogram() == null ? null : Histogram.of(days, wanted.histogram(), index));
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(hits);
    out.writeBoolean(hasGuesses);
    out.writeInt(paths.size());
    for (Map<List<String>, Integer> facet : paths) {
      out.writeInt(facet.size());
      for (Map.Entry<List<String>, Integer> counted : facet.entrySet()) {
        out.writeByte(counted.getKey().size());
        for (String part : counted.getKey()) {
          out.writeUTF(part);
        }
        out.writeInt(counted.getValue());
      }
    }
    out.writeInt(days.size());
    for (Map.Entry<Optional<Day>, Integer> counted : days.entrySet()) {
      Day day = counted.getKey().orElse(null);
      out.writeBoolean(day != null);
      if (day != null) {
        out.writeLong(day.first().toEpochDay());
        out.writeUTF(day.precision().name());
        out.writeBoolean(day.guessed());
      }
      out.writeInt(counted.getValue());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static SharedCounts read(DataInput in) throws IOException {
    int hits = in.readInt();
    boolean hasGuesses = in.readBoolean();
    List<Map<List<String>, Integer>> paths = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      Map<List<String>, Integer> facet = new HashMap<>();
      for (int values = in.readInt(); values > 0; values--) {
        List<String> path = new ArrayList<>();
        for (int parts = in.readUnsignedByte(); parts > 0; parts--) {
          path.add(in.readUTF());
        }
        facet.put(path, in.readInt());
      }
      paths.add(facet);
    }
    Map<Optional<Day>, Integer> days = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      Optional<Day> day = in.readBoolean() ? Optional.of(day(in)) : Optional.empty();
      days.put(day, in.readInt());
    }
    return new SharedCounts(hits, paths, days, hasGuesses);
  }

  private static Day day(DataInput in) throws IOException {
    return new Day(
        LocalDate.ofEpochDay(in.readLong()), Precision.valueOf(in.readUTF()), in.readBoolean());
  }
}
