package io.lumiere.web.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.JsonMembers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.eclipse.jetty.http.HttpStatus;

/** Writes JSON objects to memory. Thread-safe. */
final class JsonBytes {
  private static final int MOST = 64 * 1024 * 1024;

  private static final JsonFactory JSON = new JsonFactory();

  private JsonBytes() {}

  /** An object with these members; fails where it would have more than 64 MiB. */
  static byte[] of(JsonMembers members) throws IOException {
    BoundedBytes bytes = new BoundedBytes();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** The object of an error, by RFC 9457. */
  static byte[] problem(HttpProblem problem, String instance) {
    try {
      return of(json -> {
        json.writeStringField("type", "about:blank");
        json.writeStringField("title", HttpStatus.getMessage(problem.status()));
        json.writeNumberField("status", problem.status());
        json.writeStringField("detail", problem.detail());
        json.writeStringField("instance", instance);
        JsonMembers more = problem.members();
        if (more != null) {
          more.write(json);
        }
      });
    } catch (IOException e) {
      throw new IllegalStateException(e); // Memory does not fail.
    }
  }

  private static final class BoundedBytes extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      if (size() > MOST - length) {
        throw new IllegalStateException("a reply of more than " + MOST + " bytes");
      }
      super.write(bytes, offset, length);
    }
  }
}
