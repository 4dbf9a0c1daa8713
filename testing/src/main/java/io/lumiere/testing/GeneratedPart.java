package io.lumiere.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page of documentation that code makes: what stands between {@code <!-- name -->} and
 * {@code <!-- end of name -->}. A test holds it to the code, and writes it again when the run has
 * {@code -Dlumiere.renew=true}. Immutable, but not for use by several threads on one page.
 *
 * @param page the Markdown file
 * @param name what the two comments call the part
 */
public record GeneratedPart(Path page, String name) {
  /** The system property that lets tests write the parts again. */
  public static final String PROPERTY = "lumiere.renew";

  /**
   * Compares the part with what the code makes now, blank lines around it aside.
   *
   * @throws AssertionError if they differ; the message says how to write the part again
   */
  public void mustBe(String made) {
    String text = read();
    String renewed =
        text.substring(0, begin(text)) + "\n" + made.strip() + "\n" + text.substring(end(text));
    if (Boolean.getBoolean(PROPERTY)) {
      write(renewed);
    } else if (!text().equals(made.strip())) {
      throw new AssertionError(
          page
              + ": the part '"
              + name
              + "' is not what the code makes now; this test with -D"
              + PROPERTY
              + "=true writes it again. It should be:\n"
              + made.strip());
    }
  }

  /** The part as the page has it, without blank lines around it. */
  public String text() {
    String text = read();
    return text.substring(begin(text), end(text)).strip();
  }

  private int begin(String text) {
    return find(text, "<!-- " + name + " -->", 0) + name.length() + "<!--  -->".length();
  }

  private int end(String text) {
    return find(text, "<!-- end of " + name + " -->", begin(text));
  }

  private int find(String text, String comment, int from) {
    int found = text.indexOf(comment, from);
    if (found < 0) {
      throw new AssertionError(page + " has no place for the part: it lacks " + comment);
    }
    return found;
  }

  private String read() {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + page, e);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(page, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + page, e);
    }
  }
}
