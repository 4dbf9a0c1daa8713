package io.lumiere.web.http;

/** Answers one request. Called by many threads at once. */
@FunctionalInterface
public interface Endpoint {
  /**
   * The reply. A {@link HttpProblem} becomes its own answer, a {@link
   * io.lumiere.base.LumiereException} becomes status 422 with its message, anything else becomes
   * status 500 without a word of what went wrong.
   */
  Reply handle(Call call) throws Exception;
}
