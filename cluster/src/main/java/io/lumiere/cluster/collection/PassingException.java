package io.lumiere.cluster.collection;

import io.lumiere.base.LumiereException;

/**
 * What a request to a collection failed with because ZooKeeper or a node did: who can wait asks
 * again. Immutable.
 */
public final class PassingException extends LumiereException {
  private static final long serialVersionUID = 1L;

  PassingException(String message, Throwable cause) {
    super(message, cause);
  }
}
