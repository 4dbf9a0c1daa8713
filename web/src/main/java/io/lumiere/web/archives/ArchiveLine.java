package io.lumiere.web.archives;

import io.lumiere.base.LumiereException;
import java.util.Optional;

/**
 * What the list of archives says of one. Immutable.
 *
 * @param photos 0 where they cannot be counted
 */
record ArchiveLine(ArchiveState state, int photos) {
  /** Counts its photos; one that cannot be counted is a line of the list like others. */
  static ArchiveLine of(ArchiveState state) {
    OpenArchive open = state.open();
    try {
      return new ArchiveLine(state, open == null ? 0 : open.count());
    } catch (LumiereException e) {
      return new ArchiveLine(state, 0).withProblem(String.valueOf(e.getMessage()));
    }
  }

  /** The same with a problem, unless it has one. */
  ArchiveLine withProblem(String problem) {
    Optional<String> all = state.problem().or(() -> Optional.of(problem));
    return new ArchiveLine(new ArchiveState(state.entry(), state.open(), all), photos);
  }
}
