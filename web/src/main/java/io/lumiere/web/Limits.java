package io.lumiere.web;

import java.time.Duration;

/**
 * What the server takes upon itself at most. Immutable.
 *
 * @param connections open connections
 * @param headerBytes the request line and the headers of a request
 * @param idle how long a connection may say nothing
 * @param request how long a request may take, from its headers until a reply without ranges,
 *     streams and events was sent
 * @param calls requests that are worked on at the same time; others wait
 * @param streams downloads that are made while they are sent, at the same time
 * @param events replies of events at the same time
 */
public record Limits(
    int connections,
    int headerBytes,
    Duration idle,
    Duration request,
    int calls,
    int streams,
    int events) {
  public static final Limits DEFAULTS =
      new Limits(256, 16 * 1024, Duration.ofSeconds(30), Duration.ofSeconds(30), 64, 8, 32);

  /** These limits with other times. */
  public Limits within(Duration ofIdle, Duration ofRequest) {
    return new Limits(connections, headerBytes, ofIdle, ofRequest, calls, streams, events);
  }

  /** These limits with another number of connections. */
  public Limits connections(int most) {
    return new Limits(most, headerBytes, idle, request, calls, streams, events);
  }
}
