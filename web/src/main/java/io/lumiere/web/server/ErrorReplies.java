package io.lumiere.web.server;

import io.lumiere.base.LumiereException;
import io.lumiere.web.http.HttpProblem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty refuses by itself, such as a request that is not HTTP, and what failed before the
 * first byte of a reply was sent, in the form of all our errors. Thread-safe.
 */
final class ErrorReplies extends ErrorHandler {
  private static final String TYPE = "application/problem+json";

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpProblem problem =
        switch (request.getAttribute(ERROR_EXCEPTION)) {
          case HttpProblem known -> known;
          case LumiereException known ->
              HttpProblem.unprocessable(String.valueOf(known.getMessage()));
          case null, default -> unknown(status(response.getStatus()));
        };
    SecurityHeaders.add(response.getHeaders(), SecurityHeaders.DATA_POLICY);
    response.setStatus(problem.status());
    response.getHeaders().remove(HttpHeader.CONTENT_DISPOSITION);
    response.getHeaders().remove(HttpHeader.ETAG);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    response.write(true, ByteBuffer.wrap(JsonBytes.problem(problem, "/")), callback);
    return true;
  }

  private static HttpProblem unknown(int status) {
    String detail =
        switch (status) {
          case 414 -> "the address of the request is too long";
          case 431 -> "the headers of the request are too long";
          case 505 -> "the server speaks HTTP/1.1";
          case 500 -> "the gallery failed at this; its log says why";
          default -> "the request is not well-formed: " + HttpStatus.getMessage(status);
        };
    return new HttpProblem(status, detail);
  }

  private static int status(int status) {
    return status < 400 || status > 599 ? 500 : status;
  }
}
