package io.lumiere.solr.node;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.http.HttpServlet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import org.apache.solr.servlet.CoreContainerProvider;
import org.apache.solr.servlet.SolrDispatchFilter;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.rewrite.handler.RewriteHandler;
import org.eclipse.jetty.rewrite.handler.RewritePatternRule;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** A node of a SolrCloud on loopback: {@code SolrNode PORT FOLDER ZOOKEEPER}. Thread-safe. */
public final class SolrNode {
  private static final String HOST = "127.0.0.1";

  /**
   * Each node writes the states of its copies itself, and none is an Overseer. Solr 10.0 elects a
   * new one whenever a node reaches ZooKeeper again, and that may never end (SOLR-18298,
   * SOLR-18301).
   */
  private static final Map<String, String> NO_OVERSEER =
      Map.of(
          "solr.cloud.overseer.enabled", "false",
          "solr.node.roles", "data:on,overseer:disallowed");

  private static final int IDLE_MILLIS = 120_000;

  /** Short times: a node that hangs must not hold up those that ask it. */
  private static final String SOLR_XML =
      """
      <solr>
        <str name="coreRootDirectory">${coreRootDirectory:}</str>
        <solrcloud>
          <str name="host">127.0.0.1</str>
          <int name="hostPort">${hostPort:0}</int>
          <str name="zkHost">${zkHost:}</str>
          <int name="zkClientTimeout">15000</int>
          <int name="distribUpdateConnTimeout">5000</int>
          <int name="distribUpdateSoTimeout">20000</int>
        </solrcloud>
        <shardHandlerFactory name="shardHandlerFactory" class="HttpShardHandlerFactory">
          <int name="socketTimeout">60000</int>
          <int name="connTimeout">5000</int>
        </shardHandlerFactory>
        <metrics enabled="false"/>
      </solr>
      """;

  private SolrNode() {}

  /** Runs until the parent ends. */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    NO_OVERSEER.forEach(System::setProperty);
    Path home = Path.of(args[1]).toAbsolutePath();
    Files.createDirectories(home);
    Files.writeString(home.resolve("solr.xml"), SOLR_XML, StandardCharsets.UTF_8);
    Properties node = new Properties();
    node.setProperty("hostPort", args[0]);
    node.setProperty("zkHost", args[2]);
    Server server = new Server();
    server.addConnector(connector(server, Integer.parseInt(args[0])));
    RewriteHandler rewrite = new RewriteHandler();
    rewrite.setHandler(solr(server, home, node));
    rewrite.addRule(new RewritePatternRule("/api/*", "/solr/____v2"));
    server.setHandler(rewrite);
    server.start();
    server.join();
  }

  private static ServerConnector connector(Server server, int port) {
    HttpConfiguration http = new HttpConfiguration();
    ServerConnector connector =
        new ServerConnector(
            server, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost(HOST);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  private static ServletContextHandler solr(Server server, Path home, Properties node) {
    ServletContextHandler root = new ServletContextHandler("/solr", ServletContextHandler.SESSIONS);
    root.setBaseResource(ResourceFactory.of(server).newResource(home));
    root.addEventListener(
        new CoreContainerProvider() {
          @Override
          public void contextInitialized(ServletContextEvent event) {
            event.getServletContext().setAttribute(SolrDispatchFilter.PROPERTIES_ATTRIBUTE, node);
            event
                .getServletContext()
                .setAttribute(SolrDispatchFilter.SOLRHOME_ATTRIBUTE, home.toString());
            super.contextInitialized(event);
          }
        });
    root.addFilter(new FilterHolder(new OwnRequests()), "/*", EnumSet.of(DispatcherType.REQUEST));
    root.addFilter(
        new FilterHolder(new SolrDispatchFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));
    root.addServlet(new ServletHolder("none", new NoServlet()), "/");
    return root;
  }

  /** A filter answers all requests; a context without a servlet calls no filter. */
  private static final class NoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
  }
}
