package io.lumiere.web.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the server says of itself. Immutable.
 *
 * @param archive the id of the archive of requests that name none; empty before the first one
 * @param collections the ids of the archives that are collections of a SolrCloud
 * @param canReveal whether it can show a photo in the desktop's file manager
 */
public record SessionFacts(
    String version,
    Supplier<Optional<String>> archive,
    Supplier<List<String>> collections,
    boolean canReveal,
    boolean canWrite) {}
