package io.lumiere.web.server;

import io.lumiere.base.LumiereException;
import io.lumiere.web.Tls;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the certificate and key of the server. Thread-safe. */
final class Certificates {
  private static final long LONGEST = 1024 * 1024;
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private Certificates() {}

  /**
   * A key store in memory, whose key has the password of {@link #password}.
   *
   * @throws LumiereException if the file is neither a key store nor PEM with certificate and key
   */
  static KeyStore read(Tls tls) {
    Path file = tls.file();
    try {
      if (Files.size(file) > LONGEST) {
        throw new LumiereException(file + " has more than " + LONGEST + " bytes: it is not a key");
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return text.contains("-----BEGIN ") ? pem(file, text) : keyStore(file.toFile(), tls);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // The last is what Base64 says of a damaged PEM.
      throw new LumiereException(
          file
              + " is not a key store that can be opened"
              + (tls.password() == null ? " without a password (--tls-password-file)" : "")
              + ", nor PEM: "
              + e.getMessage(),
          e);
    }
  }

  /** The password of the key in the store. */
  static String password(Tls tls) {
    return tls.password() == null ? "" : tls.password();
  }

  private static KeyStore keyStore(File file, Tls tls)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(file, password(tls).toCharArray());
    if (store.size() == 0) {
      throw new LumiereException(file + " holds no key");
    }
    return store;
  }

  private static KeyStore pem(Path file, String text) throws IOException, GeneralSecurityException {
    List<Certificate> chain = new ArrayList<>();
    PrivateKey key = null;
    Matcher blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      byte[] der = Base64.getMimeDecoder().decode(blocks.group(2));
      switch (blocks.group(1)) {
        case "CERTIFICATE" ->
            chain.add(
                CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der)));
        case "PRIVATE KEY" -> key = key(file, der);
        case "EC PARAMETERS" -> {}
        default ->
            throw new LumiereException(
                file
                    + " has a "
                    + blocks.group(1)
                    + ", which must be a PRIVATE KEY without a password: openssl pkcs8 -topk8"
                    + " -nodes -in KEY makes one");
      }
    }
    if (key == null || chain.isEmpty()) {
      throw new LumiereException(
          file + " must hold both the certificate and its private key: cat CERTIFICATE KEY > FILE");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, new char[0]);
    store.setKeyEntry("lumiere", key, new char[0], chain.toArray(Certificate[]::new));
    return store;
  }

  private static PrivateKey key(Path file, byte[] der) throws GeneralSecurityException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // A key of another algorithm: the next one is tried.
      }
    }
    throw new LumiereException(file + ": its private key is not RSA, EC or EdDSA");
  }
}
