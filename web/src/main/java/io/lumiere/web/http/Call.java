package io.lumiere.web.http;

import java.io.InputStream;
import java.util.Optional;

/** One request, which keeps to what its route declares. For the thread that handles it. */
public interface Call {
  Route route();

  /** The value of {@code {name}} in the route's path, decoded. */
  String variable(String name);

  /** The parameters of the query. */
  Arguments arguments();

  /** A header, by its name in any case. */
  Optional<String> header(String name);

  /**
   * The body, by the schema of {@link Route.Builder#body}; the same at every call.
   *
   * @throws HttpProblem of status 400 if it is not JSON by that schema, 413 if it is too long
   */
  JsonObject json();

  /**
   * The body as it comes, for {@link Route.Builder#upload}; reading more than the route's limit
   * throws the {@link HttpProblem} of status 413.
   */
  InputStream upload();

  /**
   * Whether the client holds the reply with this ETag, so that it need not be made. Asking is worth
   * it where making the reply takes long before {@link Reply#json} is reached: the server asks by
   * itself before it writes a reply that has an ETag.
   */
  boolean holds(String etag);
}
