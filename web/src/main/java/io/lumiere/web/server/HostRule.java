package io.lumiere.web.server;

import io.lumiere.web.Listen;
import io.lumiere.web.http.HttpProblem;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names and ports that browsers may call the server by. A page of another site that lets its
 * name point at this machine (DNS rebinding) is refused by it. Immutable.
 */
final class HostRule {
  private final Set<String> allowed;

  private HostRule(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /** The rule for a server that listens there, on the port that it got. */
  static HostRule of(Listen listen, int port) {
    Set<String> hosts = new LinkedHashSet<>(List.of("127.0.0.1", "localhost", "[::1]"));
    hosts.addAll(listen.hosts());
    if (listen.address() != null) {
      addMachine(hosts, listen.address());
    }
    Set<String> allowed = new LinkedHashSet<>();
    int usual = listen.tls() == null ? 80 : 443;
    for (String host : hosts) {
      String name = plain(host);
      allowed.add(name + ":" + port);
      if (port == usual) {
        allowed.add(name);
      }
    }
    return new HostRule(allowed);
  }

  private static void addMachine(Set<String> hosts, String address) {
    hosts.add(address.contains(":") ? "[" + address + "]" : address);
    try {
      InetAddress bound = InetAddress.getByName(address);
      hosts.add(written(bound));
      if (bound.isAnyLocalAddress()) {
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
          Collections.list(each.getInetAddresses()).forEach(one -> hosts.add(written(one)));
        }
        String name = InetAddress.getLocalHost().getHostName();
        hosts.add(name);
        hosts.add(name + ".local");
      }
    } catch (UnknownHostException | SocketException e) {
      // The addresses that could be found are enough; binding says what is wrong with the other.
    }
  }

  private static String written(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    String plain = zone < 0 ? text : text.substring(0, zone);
    return plain.contains(":") ? "[" + plain + "]" : plain;
  }

  /**
   * Looks at all that a request calls the server.
   *
   * @param hosts its Host headers
   * @param authority what its address says, or null
   */
  void check(List<String> hosts, @Nullable String authority) {
    if (hosts.size() != 1 || !allows(hosts.get(0)) || (authority != null && !allows(authority))) {
      throw new HttpProblem(421, "the gallery does not go by the name in the Host header");
    }
  }

  boolean allows(String host) {
    return allowed.contains(plain(host));
  }

  /** In lower case; an IPv6 address, which can be written in several ways, in one of them. */
  private static String plain(String host) {
    int end = host.indexOf(']');
    if (host.startsWith("[") && end > 0) {
      try {
        // What stands in brackets is never looked up as a name.
        return written(InetAddress.getByName(host.substring(0, end + 1))) + host.substring(end + 1);
      } catch (UnknownHostException e) {
        return host; // None of ours.
      }
    }
    return host.toLowerCase(Locale.ROOT);
  }
}
