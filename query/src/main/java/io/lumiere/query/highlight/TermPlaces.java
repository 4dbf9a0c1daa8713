package io.lumiere.query.highlight;

import io.lumiere.schema.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Where the terms of a document's field stand in its values. The index has their positions only;
 * analysing the values again counts the same positions and gives the places.
 */
final class TermPlaces {
  /** Threads may share it. */
  private static final Analyzer ANALYZER = Words.analyzer();

  /** A term's value, by number, and its place therein. */
  record Place(int value, int start, int end) {}

  private final TreeMap<Integer, Place> byPosition = new TreeMap<>();
  private int position = -1;

  TermPlaces(String field, List<String> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      add(field, i, values.get(i));
    }
  }

  private void add(String field, int number, String value) throws IOException {
    try (TokenStream tokens = ANALYZER.tokenStream(field, value)) {
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        byPosition.put(position, new Place(number, offset.startOffset(), offset.endOffset()));
      }
      tokens.end();
      position += step.getPositionIncrement() + ANALYZER.getPositionIncrementGap(field);
    }
  }

  /** The places of the terms from one position to another, one for each value that has any. */
  List<Place> between(int first, int last) {
    List<Place> places = new ArrayList<>();
    for (Place place : byPosition.subMap(first, true, last, true).values()) {
      if (!places.isEmpty() && places.getLast().value() == place.value()) {
        Place begun = places.removeLast();
        places.add(new Place(begun.value(), begun.start(), Math.max(begun.end(), place.end())));
      } else {
        places.add(place);
      }
    }
    return places;
  }
}
