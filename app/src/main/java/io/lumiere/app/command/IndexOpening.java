package io.lumiere.app.command;

import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.search.IndexSearch;
import io.lumiere.workspace.setup.SetupListener;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How a command gets an index and its model. Thread-safe. */
interface IndexOpening {
  /** For one run, which closes them again. */
  IndexOpening ONCE =
      (home, listener, index, model) -> {
        DualEncoder encoder = new ModelChoice(home, listener).openFor(index, model);
        try {
          PhotoSearch search = IndexSearch.openCached(index, encoder, home.cache());
          return new Opened(encoder, search, () -> close(encoder, search));
        } catch (RuntimeException e) {
          encoder.close();
          throw e;
        }
      };

  /**
   * Opens an index to search it.
   *
   * @param listener hears what set-up says
   * @param model by its name; null for the index's own
   */
  Opened open(Home home, SetupListener listener, Path index, @Nullable String model);

  /**
   * An index that is open, with its model.
   *
   * @param end what is done when a command needs them no more
   */
  record Opened(DualEncoder encoder, PhotoSearch search, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  private static void close(DualEncoder encoder, PhotoSearch search) {
    try (encoder) {
      search.close();
    }
  }
}
