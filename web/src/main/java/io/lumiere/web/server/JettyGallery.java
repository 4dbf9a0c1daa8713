package io.lumiere.web.server;

import io.lumiere.base.LumiereException;
import io.lumiere.web.Limits;
import io.lumiere.web.Listen;
import io.lumiere.web.access.Access;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The parts of the server, put together, started and stopped. Thread-safe. */
public final class JettyGallery implements AutoCloseable {
  private static final int THREADS = 16;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final List<ApiModule> modules;
  private final QueuedThreadPool pool = new QueuedThreadPool(THREADS, 2);
  private final Server server = new Server(pool);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory());
  private final ScheduledExecutorService watching =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watch of connections").factory());
  private final AtomicReference<HostRule> hosts = new AtomicReference<>();
  private final TimeLimit time;
  private final ConnectionWatch watch;
  private @Nullable Future<?> looking;
  private volatile boolean stopping;
  private int port;

  private JettyGallery(Access access, Limits limits, List<ApiModule> modules) {
    this.modules = List.copyOf(modules);
    List<Route> routes = modules.stream().flatMap(module -> module.routes().stream()).toList();
    Sender sender = new Sender(() -> stopping);
    this.time = new TimeLimit(limits.request(), sender);
    ApiHandler api = new ApiHandler(new RouteTable(routes), limits, time, sender);
    Doors doors = new Doors(access, sender);
    PageHandler page = new PageHandler(new PageFiles(PageFiles.FOLDER), sender);
    this.watch = new ConnectionWatch(limits.idle());
    server.setHandler(
        new GalleryHandler(watch, hosts::get, doors, api, page, time, sender, threads));
    server.setErrorHandler(new ErrorReplies());
    pool.setName("jetty");
    pool.setDaemon(true);
  }

  /** See {@link io.lumiere.web.GalleryServer#start}. */
  public static JettyGallery start(
      Listen listen, Access access, Limits limits, List<ApiModule> modules) {
    JettyGallery gallery = new JettyGallery(access, limits, modules);
    try {
      gallery.open(listen, limits);
      return gallery;
    } catch (RuntimeException e) {
      gallery.close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  private void open(Listen listen, Limits limits) {
    List<ServerConnector> connectors = Connectors.open(server, listen, limits, watch);
    port = connectors.get(0).getLocalPort();
    hosts.set(HostRule.of(listen, port));
    connectors.forEach(server::addConnector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    looking = watching.scheduleWithFixedDelay(watch::look, 1, 1, TimeUnit.SECONDS);
    try {
      server.start();
    } catch (Exception e) {
      throw new LumiereException("the gallery cannot start: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    stopping = true;
    try {
      for (var connector : server.getConnectors()) {
        ((ServerConnector) connector).close(); // No new connections.
      }
      threads.shutdown();
      if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
      server.stop();
    } catch (Exception e) {
      throw new LumiereException("the gallery cannot stop: " + e.getMessage(), e);
    } finally {
      if (looking != null) {
        looking.cancel(false);
      }
      watching.shutdownNow();
      time.close();
      modules.forEach(ApiModule::close);
    }
  }
}
