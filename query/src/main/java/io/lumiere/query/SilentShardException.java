package io.lumiere.query;

import io.lumiere.base.LumiereException;

/**
 * What an order throws where some of its hits cannot be read, since the part of the photos that has
 * them does not answer: an order that is made now is of the others' hits, and says so.
 */
public final class SilentShardException extends LumiereException {
  private static final long serialVersionUID = 1L;

  SilentShardException(String missing) {
    super(missing);
  }
}
