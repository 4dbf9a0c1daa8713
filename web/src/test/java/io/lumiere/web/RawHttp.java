package io.lumiere.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A client that sends whatever bytes a test wants to a server on this machine, which libraries of
 * clients do not. A connection is for one thread.
 */
public final class RawHttp implements AutoCloseable {
  private static final int TIMEOUT = 15_000;
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final Socket socket;

  /** A reply: headers by their names in lower case, in the order of their values. */
  public static final class Answer {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] bytes;

    Answer(int status, Map<String, List<String>> headers, byte[] bytes) {
      this.status = status;
      this.headers = headers;
      this.bytes = bytes;
    }

    public int status() {
      return status;
    }

    public Map<String, List<String>> headers() {
      return headers;
    }

    public byte[] bytes() {
      return bytes;
    }

    public String header(String name) {
      return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    public String body() {
      try {
        byte[] plain =
            header("content-encoding").equals("gzip")
                ? new GZIPInputStream(new java.io.ByteArrayInputStream(bytes)).readAllBytes()
                : bytes;
        return new String(plain, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  public RawHttp(int port) throws IOException {
    this(new Socket(), port);
  }

  /** Over a socket that is not connected yet. */
  RawHttp(Socket socket, int port) throws IOException {
    this.socket = socket;
    if (!socket.isConnected()) {
      socket.connect(new InetSocketAddress(LOOPBACK, port), TIMEOUT);
    }
    socket.setSoTimeout(TIMEOUT);
    socket.setTcpNoDelay(true);
  }

  /** One request on a connection of its own. */
  public static Answer once(int port, String request) throws IOException {
    try (RawHttp http = new RawHttp(port)) {
      http.send(request);
      return http.answer(request.startsWith("HEAD "));
    }
  }

  public void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends nothing more. */
  public void finish() throws IOException {
    socket.shutdownOutput();
  }

  /** Waits for the end of the connection; the bytes before it. */
  public byte[] rest() throws IOException {
    return socket.getInputStream().readAllBytes();
  }

  public InputStream in() throws IOException {
    return socket.getInputStream();
  }

  /** Reads one reply; interim ones are passed over. */
  public Answer answer(boolean head) throws IOException {
    String status = line();
    if (!status.matches("HTTP/1\\.[01] [1-5][0-9][0-9].*")) {
      throw new IOException("not a status line: " + status);
    }
    int code = Integer.parseInt(status.substring(9, 12));
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    if (code == 100) {
      return answer(head);
    }
    boolean empty = head || code == 204 || code == 304;
    return new Answer(code, headers, empty ? new byte[0] : body(headers));
  }

  private byte[] body(Map<String, List<String>> headers) throws IOException {
    if (headers.containsKey("content-length")) {
      int length = Integer.parseInt(headers.get("content-length").get(0));
      byte[] bytes = socket.getInputStream().readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException("the body broke off");
      }
      return bytes;
    }
    if (!headers.containsKey("transfer-encoding")) {
      return rest();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int size = chunk(); size > 0; size = chunk()) {
      out.write(socket.getInputStream().readNBytes(size));
      line();
    }
    line();
    return out.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int b = socket.getInputStream().read();
      if (b < 0) {
        throw new EOFException("the connection ended after: " + line);
      }
      if (b == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
      }
      line.write(b);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
