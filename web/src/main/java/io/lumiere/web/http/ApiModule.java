package io.lumiere.web.http;

import java.util.List;

/** Endpoints that belong together, and what they keep open. Implementations are thread-safe. */
public interface ApiModule extends AutoCloseable {
  /** The same routes at every call. */
  List<Route> routes();

  /** Closes what the endpoints keep open; the server calls it once, after the last request. */
  @Override
  default void close() {}
}
