package io.lumiere.web.server;

import io.lumiere.web.http.HttpProblem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty refuses by itself, such as a request that is not HTTP, in the form of all our errors.
 * Thread-safe.
 */
final class ErrorReplies extends ErrorHandler {
  private static final String TYPE = "application/problem+json";

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = status(response.getStatus());
    SecurityHeaders.add(response.getHeaders(), SecurityHeaders.DATA_POLICY);
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    response.write(true, ByteBuffer.wrap(problem(status)), callback);
    return true;
  }

  private static byte[] problem(int status) {
    String detail =
        switch (status) {
          case 414 -> "the address of the request is too long";
          case 431 -> "the headers of the request are too long";
          case 505 -> "the server speaks HTTP/1.1";
          default -> "the request is not well-formed: " + HttpStatus.getMessage(status);
        };
    return JsonBytes.problem(new HttpProblem(status, detail), "/");
  }

  private static int status(int status) {
    return status < 400 || status > 599 ? 500 : status;
  }
}
