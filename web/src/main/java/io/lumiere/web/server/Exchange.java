package io.lumiere.web.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request and its one reply, for which two may want to speak: whoever works on it, and the clock
 * that says its time is over. Who claims it first sends. Thread-safe but for request and response.
 */
record Exchange(Request request, Response response, Callback callback, AtomicBoolean claimed) {
  Exchange(Request request, Response response, Callback callback) {
    this(request, response, callback, new AtomicBoolean());
  }

  /** Whether the caller is the one that sends the reply. */
  boolean claim() {
    return claimed.compareAndSet(false, true);
  }

  boolean isHead() {
    return HttpMethod.HEAD.is(request.getMethod());
  }

  /** The address at the other end. */
  InetAddress from() {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
            && at.getAddress() != null
        ? at.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  /** Ends the connection at once. */
  void cut() {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
  }
}
