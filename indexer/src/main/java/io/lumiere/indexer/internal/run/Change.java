package io.lumiere.indexer.internal.run;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;

/**
 * What to write to the index for one file.
 *
 * @param kind for the counts
 * @param replaced terms of the documents that {@code document} replaces
 * @param document to be written
 * @param isDamaged whether a part of the photo's metadata could not be read
 */
record Change(Outcome kind, List<Term> replaced, Document document, boolean isDamaged) {
  Change(Outcome kind, List<Term> replaced, Document document) {
    this(kind, replaced, document, false);
  }
}
