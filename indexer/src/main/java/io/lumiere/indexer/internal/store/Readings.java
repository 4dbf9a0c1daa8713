package io.lumiere.indexer.internal.store;

import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.Reading;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/** How the photos of one leaf were read. Documents must be read in ascending order. */
final class Readings {
  private final SortedSetDocValues readers;
  private final SortedNumericDocValues changed;
  private final SortedNumericDocValues futures;

  /** Millions of photos have few different values. */
  private final Map<Long, String> names = new HashMap<>();

  Readings(LeafReader leaf) throws IOException {
    readers = DocValues.getSortedSet(leaf, Fields.READER);
    changed = DocValues.getSortedNumeric(leaf, Fields.CHANGED);
    futures = DocValues.getSortedNumeric(leaf, Fields.TAKEN_REFUSED);
  }

  Reading get(int document) throws IOException {
    Long future = value(futures, document);
    return new Reading(
        reader(document),
        value(changed, document),
        future == null ? null : LocalTimes.fromMillis(future));
  }

  private @Nullable String reader(int document) throws IOException {
    if (!readers.advanceExact(document)) {
      return null;
    }
    long ord = readers.nextOrd();
    String name = names.get(ord);
    if (name == null) {
      name = readers.lookupOrd(ord).utf8ToString();
      names.put(ord, name);
    }
    return name;
  }

  private static @Nullable Long value(SortedNumericDocValues values, int document)
      throws IOException {
    return values.advanceExact(document) ? Long.valueOf(values.nextValue()) : null;
  }
}
