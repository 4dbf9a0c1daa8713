package io.lumiere.web.session;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the server says of itself. Immutable.
 *
 * @param archive the id of the archive of requests that name none; empty before the first one
 * @param canReveal whether it can show a photo in the desktop's file manager
 */
public record SessionFacts(
    String version, Supplier<Optional<String>> archive, boolean canReveal, boolean canWrite) {}
