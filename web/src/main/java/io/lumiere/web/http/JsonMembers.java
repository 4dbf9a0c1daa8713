package io.lumiere.web.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Writes the members of a JSON object; the braces around them are the caller's. Called by one
 * thread.
 */
@FunctionalInterface
public interface JsonMembers {
  void write(JsonGenerator json) throws IOException;
}
