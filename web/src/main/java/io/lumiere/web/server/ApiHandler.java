package io.lumiere.web.server;

import io.lumiere.base.LumiereException;
import io.lumiere.web.Limits;
import io.lumiere.web.http.Body;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Reply;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Answers requests for the API: finds the route, holds the request to it, lets the endpoint work
 * within its time, and sends what it gives. Thread-safe.
 */
final class ApiHandler {
  private static final System.Logger LOG = System.getLogger(ApiHandler.class.getName());

  private final RouteTable routes;
  private final Limits limits;
  private final Sender sender;
  private final Semaphore calls;
  private final Semaphore streams;
  private final Semaphore events;
  private final TimeLimit time;

  ApiHandler(RouteTable routes, Limits limits, TimeLimit time, Sender sender) {
    this.routes = routes;
    this.limits = limits;
    this.time = time;
    this.sender = sender;
    this.calls = new Semaphore(limits.calls());
    this.streams = new Semaphore(limits.streams());
    this.events = new Semaphore(limits.events());
  }

  /**
   * Answers a request that was allowed.
   *
   * @param path below {@code /api/v1}, with its percent signs
   */
  void handle(Exchange exchange, String path) {
    RouteTable.Match match = routes.find(exchange.request().getMethod(), path);
    JettyCall call = new JettyCall(exchange.request(), match);
    Future<?> alarm = time.begin(exchange, call::isReading);
    try {
      Outgoing reply = reply(exchange, call);
      if (exchange.claim()) {
        send(exchange, reply, alarm);
      }
    } finally {
      alarm.cancel(false);
    }
  }

  private Outgoing reply(Exchange exchange, JettyCall call) {
    try {
      if (!calls.tryAcquire(limits.request().toMillis(), TimeUnit.MILLISECONDS)) {
        return busy(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return busy(exchange);
    }
    try {
      Reply reply = call.route().endpoint().handle(call);
      return Outgoing.of(reply, exchange.request().getMethod(), exchange.request().getHeaders());
    } catch (HttpProblem e) {
      return Outgoing.of(e, Sender.instance(exchange));
    } catch (LumiereException e) {
      return Outgoing.of(
          HttpProblem.unprocessable(String.valueOf(e.getMessage())), Sender.instance(exchange));
    } catch (Exception | Error e) { // Without a reply the connection would stay for ever.
      LOG.log(System.Logger.Level.ERROR, call.route() + " failed", e);
      return Outgoing.of(
          new HttpProblem(500, "the gallery failed at this; its log says why"),
          Sender.instance(exchange));
    } finally {
      calls.release();
    }
  }

  private static Outgoing busy(Exchange exchange) {
    return Outgoing.of(
        new HttpProblem(503, "the gallery has too much to do: try again"),
        Sender.instance(exchange));
  }

  private void send(Exchange exchange, Outgoing reply, Future<?> alarm) {
    Semaphore places =
        switch (reply.body()) {
          case Body.Stream stream -> streams;
          case Body.Events all -> events;
          default -> null;
        };
    if (reply.body() instanceof Body.Content || places != null) {
      alarm.cancel(false); // Sending these takes as long as the client likes.
    }
    if (places == null) {
      sender.send(exchange, reply);
    } else if (!places.tryAcquire()) {
      sender.send(exchange, busy(exchange));
    } else {
      try {
        sender.send(exchange, reply);
      } finally {
        places.release();
      }
    }
  }
}
