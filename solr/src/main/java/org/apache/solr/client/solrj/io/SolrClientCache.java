package org.apache.solr.client.solrj.io;

import java.io.Closeable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.impl.HttpSolrClientBase;
import org.apache.solr.client.solrj.jetty.HttpJettySolrClient;
import org.apache.solr.common.util.IOUtils;

/**
 * Stands in for the class of this name in solr-solrj-streaming 10.0.0, which is in no registry and
 * without which no core starts. It has what Solr calls outside of streaming expressions, which the
 * nodes of {@code lumiere cluster} lack. Never put it beside a real Solr. Thread-safe.
 */
public class SolrClientCache implements Closeable {
  private final Map<String, SolrClient> clients = new ConcurrentHashMap<>();
  private final HttpJettySolrClient shared;

  public SolrClientCache(HttpSolrClientBase shared) {
    this.shared = (HttpJettySolrClient) shared;
  }

  /** Only streaming expressions look for it. */
  public void setDefaultZKHost(String zkHost) {}

  public SolrClient getHttpSolrClient(String baseUrl) {
    return clients.computeIfAbsent(
        baseUrl, url -> new HttpJettySolrClient.Builder(url).withHttpClient(shared).build());
  }

  @Override
  public void close() {
    clients.values().forEach(IOUtils::closeQuietly);
  }
}
