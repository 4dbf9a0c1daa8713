package io.lumiere.web.server;

import io.lumiere.web.http.HttpProblem;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Where a request comes in. In this order: it gets the headers that all replies have; it must call
 * the server by one of its names; what it asks for is the API, the login or the page; the API is
 * for those who may, and not for other sites. Each request has a virtual thread. Thread-safe.
 */
final class GalleryHandler extends Handler.Abstract.NonBlocking {
  private static final System.Logger LOG = System.getLogger(GalleryHandler.class.getName());
  private static final String API = "/api/v1";

  private final ConnectionWatch watch;
  private final Supplier<HostRule> hosts;
  private final Doors doors;
  private final ApiHandler api;
  private final PageHandler page;
  private final TimeLimit time;
  private final Sender sender;
  private final ExecutorService threads;

  GalleryHandler(
      ConnectionWatch watch,
      Supplier<HostRule> hosts,
      Doors doors,
      ApiHandler api,
      PageHandler page,
      TimeLimit time,
      Sender sender,
      ExecutorService threads) {
    this.watch = watch;
    this.hosts = hosts;
    this.doors = doors;
    this.api = api;
    this.page = page;
    this.time = time;
    this.sender = sender;
    this.threads = threads;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    watch.began(request);
    SecurityHeaders.add(response.getHeaders(), policy(request));
    Exchange exchange = new Exchange(request, response, callback);
    threads.execute(() -> process(exchange));
    return true;
  }

  private static String policy(Request request) {
    return String.valueOf(request.getHttpURI().getPath()).startsWith("/api")
        ? SecurityHeaders.DATA_POLICY
        : SecurityHeaders.PAGE_POLICY;
  }

  private void process(Exchange exchange) {
    try {
      dispatch(exchange);
    } catch (RouteTable.NoMethodException e) {
      HttpProblem problem = new HttpProblem(405, "there is no such method here, but " + e.allow());
      end(exchange, Outgoing.of(problem, Sender.instance(exchange)).with("Allow", e.allow()));
    } catch (HttpProblem e) {
      end(exchange, Outgoing.of(e, Sender.instance(exchange)));
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "a request failed", e);
      HttpProblem problem = new HttpProblem(500, "the gallery failed at this; its log says why");
      end(exchange, Outgoing.of(problem, Sender.instance(exchange)));
    }
  }

  private void end(Exchange exchange, Outgoing reply) {
    if (exchange.claim()) {
      Future<?> alarm = time.begin(exchange, () -> false);
      try {
        sender.send(exchange, reply);
      } finally {
        alarm.cancel(false);
      }
    }
  }

  private void dispatch(Exchange exchange) {
    Request request = exchange.request();
    HttpURI uri = request.getHttpURI();
    hosts
        .get()
        .check(
            request.getHeaders().getFields(HttpHeader.HOST).stream()
                .map(HttpField::getValue)
                .toList(),
            uri.getAuthority());
    String path = RequestPath.checked(uri.getPath());
    if (path.equals("/api") || path.startsWith("/api/")) {
      api(exchange, path);
    } else {
      open(exchange, path);
    }
  }

  /** What is for everybody has a time too: who reads slowly must not hold connections. */
  private void open(Exchange exchange, String path) {
    boolean hasBody = HttpMethod.POST.is(exchange.request().getMethod());
    Future<?> alarm = time.begin(exchange, () -> hasBody);
    try {
      if (!doors.handle(exchange, path)) {
        page.handle(exchange, path);
      }
    } finally {
      alarm.cancel(false);
    }
  }

  private void api(Exchange exchange, String path) {
    Request request = exchange.request();
    boolean program = doors.admit(exchange);
    String own = ownOrigin(request);
    OriginRule.check(request.getMethod(), request.getHeaders(), own, program);
    if (!path.startsWith(API + "/")) {
      throw HttpProblem.notFound("the API is at " + API);
    }
    api.handle(exchange, path.substring(API.length()));
  }

  /** What the server is in the words of this request, whose host was checked. */
  static String ownOrigin(Request request) {
    String host = String.valueOf(request.getHeaders().get(HttpHeader.HOST));
    return (request.isSecure() ? "https://" : "http://") + host.toLowerCase(Locale.ROOT);
  }
}
