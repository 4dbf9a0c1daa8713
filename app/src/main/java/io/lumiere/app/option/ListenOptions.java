package io.lumiere.app.option;

import io.lumiere.web.Listen;
import io.lumiere.web.Tls;
import io.lumiere.web.access.OwnerFile;
import io.lumiere.web.access.Password;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the gallery listens and who gets in. Not thread-safe. */
public final class ListenOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port; 0 takes any that is free. Default: ${DEFAULT-VALUE}")
  int port = 7171;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description =
          "Listen on this address of the machine, or on all with 0.0.0.0, so that other machines"
              + " reach the gallery. Needs --password-file and --tls. Default: this machine alone.")
  @Nullable String address;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "Another name that browsers call this machine by; the gallery refuses names that it does"
              + " not know. May be repeated.")
  List<String> hosts = List.of();

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the password for browsers; its owner alone may read it.")
  @Nullable Path passwordFile;

  @Option(
      names = "--tls",
      paramLabel = "FILE",
      description =
          "Serve HTTPS with the certificate and key of this file: a PKCS#12 or JKS key store, or"
              + " PEM with both in it.")
  @Nullable Path tls;

  @Option(
      names = "--tls-password-file",
      paramLabel = "FILE",
      description = "A file whose first line is the password of the key store.")
  @Nullable Path tlsPasswordFile;

  @Option(
      names = "--insecure-listen",
      description =
          "Listen beyond this machine without TLS: whoever is on the way reads the password and"
              + " sees the photos.")
  boolean insecure;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "The file with the token of programs; it is made if it is not there. Default:"
              + " gallery-token in the cache folder.")
  @Nullable Path tokenFile;

  /**
   * Where to listen.
   *
   * @throws IllegalArgumentException if the options would show photos to whoever asks
   */
  public Listen listen() {
    if (address != null && passwordFile == null) {
      throw new IllegalArgumentException(
          "--listen lets other machines reach your photos: it needs --password-file FILE, too");
    }
    if (address != null && tls == null && !insecure) {
      throw new IllegalArgumentException(
          "--listen without TLS sends the password and the photos in the clear: it needs --tls FILE"
              + " (or --insecure-listen, in a network where you trust everyone)");
    }
    if (tlsPasswordFile != null && tls == null) {
      throw new IllegalArgumentException("--tls-password-file is for the key store of --tls");
    }
    String keyPassword =
        tlsPasswordFile == null ? null : OwnerFile.read(tlsPasswordFile, "password");
    return new Listen(address, port, hosts, tls == null ? null : new Tls(tls, keyPassword));
  }

  /** Whether other machines reach it. */
  public boolean isPublic() {
    return address != null;
  }

  /** The password for browsers, if there is one. */
  public @Nullable Password password() {
    return passwordFile == null ? null : new Password(OwnerFile.read(passwordFile, "password"));
  }

  /** The file of the token of programs. */
  public Path tokenFile(Path cache) {
    return tokenFile == null ? cache.resolve("gallery-token") : tokenFile.toAbsolutePath();
  }
}
