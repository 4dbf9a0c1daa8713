package io.lumiere.query;

import io.lumiere.query.hybrid.ThreadedSearcher;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexMismatchException;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.store.IndexErrors;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Lends searchers of the newest state that it has opened, and keeps each open as long as it is in
 * use. Thread-safe.
 */
final class RefreshingSearcher {
  private final SearcherManager manager;

  /** Work on a searcher. */
  interface Use<T> {
    T apply(IndexSearcher searcher) throws IOException;
  }

  /**
   * Lends searchers.
   *
   * @param model the one whose vectors the index must keep
   * @param index what to call it in messages
   */
  RefreshingSearcher(DirectoryReader reader, IndexedModel model, String index) throws IOException {
    this.manager =
        new SearcherManager(
            reader,
            new SearcherFactory() {
              @Override
              public IndexSearcher newSearcher(IndexReader next, @Nullable IndexReader before)
                  throws IOException {
                IndexedModel now =
                    IndexMetadata.fromUserData(
                            ((DirectoryReader) next).getIndexCommit().getUserData(), index)
                        .requireModel(model.model(), index);
                if (!now.equals(model)) {
                  throw new IndexMismatchException(
                      "index "
                          + index
                          + " was replaced: its vectors of model "
                          + model.id()
                          + " are in another field; open it again");
                }
                return new ThreadedSearcher(next);
              }
            });
  }

  <T> T use(String index, Use<T> use) {
    IndexSearcher searcher = null;
    try {
      searcher = manager.acquire();
      return use.apply(searcher);
    } catch (AlreadyClosedException e) {
      throw new IllegalStateException("the search in " + index + " is closed", e);
    } catch (IndexSearcher.TooManyClauses e) {
      throw TooManyWords.said(e);
    } catch (IOException e) {
      throw IndexErrors.reading(index.toString(), e);
    } finally {
      release(searcher);
    }
  }

  /** The version of the newest state that it has opened: greater after each change of the index. */
  static long version(IndexSearcher searcher) {
    return ((DirectoryReader) searcher.getIndexReader()).getVersion();
  }

  /** Opens the newest state; returns whether there was a newer one. */
  boolean refresh(String index) {
    return use(
        index,
        before -> {
          try {
            manager.maybeRefreshBlocking();
          } catch (IllegalArgumentException e) { // Of a format that Lucene does not know.
            throw IndexErrors.reading(index, e);
          }
          return use(index, now -> !now.equals(before));
        });
  }

  void close() {
    try {
      manager.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }

  private void release(@Nullable IndexSearcher searcher) {
    try {
      if (searcher != null) {
        manager.release(searcher);
      }
    } catch (IOException e) {
      // Only closing the files of an older state can fail here, which no search needs.
    }
  }
}
