package io.lumiere.models.download;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy to the network: the one that the Java properties {@code https.proxyHost} and {@code
 * http.proxyHost} name, else the one of the environment, as curl reads it: {@code https_proxy},
 * {@code http_proxy}, {@code all_proxy} and {@code no_proxy}, in small letters or capitals.
 */
final class Proxies extends ProxySelector {
  private final Map<String, String> environment;

  private Proxies(Map<String, String> environment) {
    this.environment = environment;
  }

  static ProxySelector of(Map<String, String> environment) {
    boolean properties =
        System.getProperty("https.proxyHost") != null
            || System.getProperty("http.proxyHost") != null
            || System.getProperty("socksProxyHost") != null;
    ProxySelector standard = ProxySelector.getDefault();
    return properties && standard != null ? standard : new Proxies(environment);
  }

  @Override
  public List<Proxy> select(URI uri) {
    String proxy = variable(uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy");
    if (proxy == null) {
      proxy = variable("all_proxy");
    }
    return List.of(
        proxy == null || bypasses(uri.getHost().toLowerCase(Locale.ROOT))
            ? Proxy.NO_PROXY
            : parse(proxy));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The request fails, too, and says why.
  }

  private boolean bypasses(String host) {
    String list = variable("no_proxy");
    if (list == null) {
      return false;
    }
    for (String entry : list.toLowerCase(Locale.ROOT).split("[,\\s]+", 0)) {
      String name = entry.startsWith(".") ? entry.substring(1) : entry;
      if (name.equals("*") || host.equals(name) || (!name.isEmpty() && host.endsWith("." + name))) {
        return true;
      }
    }
    return false;
  }

  private static Proxy parse(String text) {
    URI address;
    try {
      address = URI.create(text.contains("://") ? text : "http://" + text);
    } catch (IllegalArgumentException e) {
      throw new LumiereException(
          "the proxy '" + text + "' of the environment is not an address", e);
    }
    if (address.getHost() == null || address.getScheme().startsWith("socks")) {
      throw new LumiereException(
          "the proxy '" + text + "' of the environment is not like http://HOST:PORT");
    }
    int port = address.getPort() > 0 ? address.getPort() : 80;
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address.getHost(), port));
  }

  private @Nullable String variable(String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      value = environment.get(name.toUpperCase(Locale.ROOT));
    }
    return value == null || value.isBlank() ? null : value.strip();
  }
}
