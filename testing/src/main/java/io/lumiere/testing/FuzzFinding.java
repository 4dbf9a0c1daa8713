package io.lumiere.testing;

/** A fuzz target has found something; it is kept already. */
final class FuzzFinding extends AssertionError {
  FuzzFinding(String message) {
    super(message);
  }
}
