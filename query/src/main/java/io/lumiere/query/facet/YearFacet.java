package io.lumiere.query.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReader;

/**
 * Years of taking.
 *
 * @param dates which count
 */
record YearFacet(CountedDates dates) implements FacetField {
  @Override
  public ValueSource.Leaf<List<String>> open(LeafReader reader) throws IOException {
    return new TakenLeaf<>(
        reader,
        day ->
            day != null && dates.counts(day)
                ? List.of(Integer.toString(day.first().getYear()))
                : NONE);
  }

  @Override
  public Narrowing narrow(List<String> path) {
    LocalDate first = LocalDate.of(Integer.parseInt(path.getFirst()), 1, 1);
    return dates.narrow(HistogramUnit.YEAR.narrow(first));
  }

  @Override
  public Comparator<String> order() {
    return Comparator.comparingInt(Integer::parseInt);
  }
}
