package io.lumiere.web.server;

import io.lumiere.web.http.Body;
import io.lumiere.web.http.JsonMembers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.Content;

/** Writes server-sent events: each is sent at once. For one thread. */
record EventStream(Content.Sink sink, BooleanSupplier stopping) implements Body.EventSink {
  @Override
  public void event(String name, JsonMembers data) throws IOException {
    // JSON on one line: line breaks inside it are escaped.
    String json = new String(JsonBytes.of(data), StandardCharsets.UTF_8);
    send("event: " + name + "\ndata: " + json + "\n\n");
  }

  @Override
  public void alive() throws IOException {
    send(": alive\n\n");
  }

  private void send(String text) throws IOException {
    if (stopping.getAsBoolean()) {
      throw new IOException("the gallery stops");
    }
    Content.Sink.write(sink, false, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
