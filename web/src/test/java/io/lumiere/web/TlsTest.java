package io.lumiere.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS with a key store and with PEM. */
class TlsTest {
  private static final String PASSWORD = "changeit";
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void aKeyStoreAndItsPem(String algorithm) throws Exception {
    Path store = keyStore(algorithm);
    assertServes(new Tls(store, PASSWORD), store);
    assertServes(new Tls(pem(store), null), store);
  }

  private static void assertServes(Tls tls, Path store) throws Exception {
    try (TestGallery gallery =
            TestGallery.start(new Listen(null, 0, List.of(), tls), null, Limits.DEFAULTS);
        SSLSocket socket = (SSLSocket) trusting(store).getSocketFactory().createSocket();
        RawHttp http = new RawHttp(socket, gallery.port())) {
      assertThat(gallery.server().address()).startsWith("https://");
      String open = gallery.server().openAddress();
      http.send(gallery.request("GET", open.substring(gallery.server().address().length())));
      RawHttp.Answer answer = http.answer(false);
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.header("set-cookie")).endsWith("; Secure");
      String cookie = "Cookie: " + answer.header("set-cookie").split(";")[0];
      String origin = "Origin: https://" + gallery.host();
      http.send(gallery.request("DELETE", "/api/v1/things/1", cookie, origin));
      assertThat(http.answer(false).status()).isEqualTo(204);
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void whatIsNoCertificateIsRefused() throws Exception {
    Path store = keyStore("EC");
    assertRefused(new Tls(store, null), "--tls-password-file");
    assertRefused(new Tls(store, "wrong!"), "is not a key store");
    Path text = Files.writeString(folder.resolve("text"), "hello");
    assertRefused(new Tls(text, null), "is not a key store");
    String pem = Files.readString(pem(store));
    Path half =
        Files.writeString(folder.resolve("half"), pem.substring(pem.indexOf("-----BEGIN CERT")));
    assertRefused(new Tls(half, null), "certificate and its private key");
    Path old =
        Files.writeString(folder.resolve("old"), pem.replace("PRIVATE KEY", "EC PRIVATE KEY"));
    assertRefused(new Tls(old, null), "openssl pkcs8");
    Path damaged =
        Files.writeString(
            folder.resolve("damaged"), pem.replace("\n-----END PRIV", "A\n-----END PRIV"));
    assertRefused(new Tls(damaged, null), damaged + " is not a key store");
  }

  private static void assertRefused(Tls tls, String says) {
    assertThatThrownBy(
            () -> TestGallery.start(new Listen(null, 0, List.of(), tls), null, Limits.DEFAULTS))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(says);
  }

  private Path keyStore(String algorithm) throws IOException, InterruptedException {
    Path store = folder.resolve(algorithm + ".p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                algorithm,
                "-alias",
                "x",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-validity",
                "2")
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    return store;
  }

  private Path pem(Path store) throws Exception {
    KeyStore keys = load(store);
    Base64.Encoder mime = Base64.getMimeEncoder();
    String key = mime.encodeToString(keys.getKey("x", PASSWORD.toCharArray()).getEncoded());
    String certificate =
        mime.encodeToString(((X509Certificate) keys.getCertificate("x")).getEncoded());
    return Files.writeString(
        folder.resolve(store.getFileName() + ".pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + key
            + "\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n"
            + certificate
            + "\n-----END CERTIFICATE-----\n");
  }

  private static KeyStore load(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("x", load(store).getCertificate("x"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
