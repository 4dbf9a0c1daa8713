package io.lumiere.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedPartTest {
  @TempDir Path folder;

  @AfterEach
  void clear() {
    System.clearProperty(GeneratedPart.PROPERTY);
  }

  private GeneratedPart part(String content) throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(page, content);
    return new GeneratedPart(page, "list");
  }

  @Test
  void whatIsAsMadePasses() throws IOException {
    GeneratedPart part = part("a\n<!-- list -->\n\n- x\n\n<!-- end of list -->\nb\n");
    part.mustBe("- x\n");
    assertThat(part.text()).isEqualTo("- x");
  }

  @Test
  void whatDiffersFailsAndSaysHowToRenewIt() throws IOException {
    GeneratedPart part = part("<!-- list -->\n- x\n<!-- end of list -->\n");
    assertThatThrownBy(() -> part.mustBe("- y"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("page.md")
        .hasMessageContaining("-Dlumiere.renew=true")
        .hasMessageEndingWith("- y");
  }

  @Test
  void isRenewedOnDemand() throws IOException {
    GeneratedPart part = part("a\n<!-- list -->\n- x\n<!-- end of list -->\nb\n");
    System.setProperty(GeneratedPart.PROPERTY, "true");
    part.mustBe("- y\n");
    assertThat(part.page()).hasContent("a\n<!-- list -->\n- y\n<!-- end of list -->\nb\n");
  }

  @Test
  void aPageWithoutAPlaceForItFails() throws IOException {
    GeneratedPart part = part("<!-- end of list --> <!-- list -->");
    assertThatThrownBy(() -> part.mustBe("- y"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("lacks <!-- end of list -->");
  }
}
