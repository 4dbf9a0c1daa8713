package io.lumiere.solr.node;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Refuses what web pages ask for in a browser on this machine: a node has no password, so a page
 * could delete collections, or read them under a name that it has made to lead here. Programs and
 * nodes send none of what browsers do. Thread-safe.
 */
final class OwnRequests implements Filter {
  private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isOfAPage((HttpServletRequest) request)) {
      ((HttpServletResponse) response)
          .sendError(HttpServletResponse.SC_FORBIDDEN, "web pages may not ask this node");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isOfAPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return !HOSTS.contains(request.getServerName())
        || request.getHeader("Origin") != null
        || (site != null && !site.equals("none"));
  }
}
