package io.lumiere.web.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** What a reply consists of. Immutable; what writes it is called by one thread. */
public sealed interface Body {
  /** Nothing. */
  record Empty() implements Body {}

  /** A JSON object; written to memory first, so that a failure is still an answer. */
  record Json(JsonMembers members) implements Body {}

  /** Bytes in memory; served by ranges. The array is not copied. */
  @SuppressWarnings("ArrayRecordComponent") // Neither compared nor changed.
  record Bytes(byte[] bytes, String type) implements Body {}

  /** A file of whatever size; served by ranges. */
  record Content(Path file, String type) implements Body {}

  /** What is written while it is sent, of unknown length and with no limit of time. */
  record Stream(Writer writer, String type) implements Body {}

  /** Server-sent events, with no limit of time. */
  record Events(EventSource source) implements Body {}

  /** Writes a stream. */
  @FunctionalInterface
  interface Writer {
    /** Writes all of it; an {@link IOException} of the stream says that the client left. */
    void write(OutputStream out) throws IOException;
  }

  /** Sends events. */
  @FunctionalInterface
  interface EventSource {
    /** Sends all events, then returns, which ends the reply. */
    void send(EventSink sink) throws IOException, InterruptedException;
  }

  /** Where events go. For one thread. */
  interface EventSink {
    /**
     * Sends an event with a JSON object.
     *
     * @throws IOException if the client left, or the server stops
     */
    void event(String name, JsonMembers data) throws IOException;

    /**
     * Sends a comment: to be called every 15 seconds or sooner where there is no event, so that a
     * client that left is noticed.
     *
     * @throws IOException as {@link #event}
     */
    void alive() throws IOException;
  }
}
