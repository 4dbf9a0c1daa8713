package io.lumiere.query.language;

import io.lumiere.base.LumiereException;
import java.util.List;

/**
 * A search has problems, and its caller does not accept guesses. The message shows each under its
 * place.
 */
public final class QuerySyntaxException extends LumiereException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  QuerySyntaxException(ParsedQuery query) {
    super("the search cannot be read as it is\n" + query.describeProblems());
    this.problems = query.problems();
  }

  /** What is wrong, at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
