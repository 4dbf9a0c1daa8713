package io.lumiere.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the certificate of the server is: a PKCS#12 or JKS key store, or a PEM file with the
 * certificate chain and its private key. Immutable.
 *
 * @param password of a key store; null where there is none
 */
public record Tls(Path file, @Nullable String password) {
  @Override
  public String toString() {
    return file.toString(); // Never the password.
  }
}
