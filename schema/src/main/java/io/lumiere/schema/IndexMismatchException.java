package io.lumiere.schema;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;

/**
 * An index was made by another schema version, with another model or of another archive than the
 * one at hand.
 */
public final class IndexMismatchException extends LumiereException {
  private static final long serialVersionUID = 1L;

  public IndexMismatchException(String message) {
    super(message);
  }

  public IndexMismatchException(Fault fault, String message) {
    super(fault, message);
  }

  public IndexMismatchException(Fault fault, String subject, String message) {
    super(fault, subject, message, null);
  }
}
