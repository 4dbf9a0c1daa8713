package io.lumiere.query.language;

import io.lumiere.testing.GeneratedPart;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/query-language.md} to what the language really is. */
class QueryLanguagePageTest {
  @Test
  void hasTheHelpAsItIs() {
    new GeneratedPart(Path.of("..", "docs", "query-language.md"), "language")
        .mustBe("```\n" + String.join("\n", QueryParser.helpLines()) + "\n```");
  }
}
