package io.lumiere.workspace.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.workspace.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what the obtaining program says; its own work has tests of its own. */
class PackagesTest {
  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();

  private Packages packages(String script) throws IOException {
    Path setup = Files.createDirectories(folder.resolve("setup"));
    Files.writeString(setup.resolve("obtain.sh"), script);
    return new Packages(new Home(Map.of("LUMIERE_HOME", folder.toString())), notes::add);
  }

  @Test
  void pathsAreReadAndWordsPassedOn() throws IOException {
    Packages packages = packages("echo fetching >&2; echo \"/x/$1\"; echo done >&2; echo /y");
    assertThat(packages.obtain("one")).containsExactly(Path.of("/x/one"), Path.of("/y"));
    assertThat(packages.unpack("one").getFirst()).isEqualTo(Path.of("/x/--unpack"));
    assertThat(notes).containsExactly("fetching", "done", "fetching", "done");
  }

  @Test
  void theLastWordIsTheReasonOfAFailure() throws IOException {
    Packages packages = packages("echo fetching >&2; echo no network >&2; exit 3");
    assertThatThrownBy(() -> packages.obtain("one", "two"))
        .isInstanceOf(LumiereException.class)
        .hasMessage("could not obtain one, two: no network");
    assertThat(notes).containsExactly("fetching");
  }

  @Test
  void withoutALauncherItSaysSo() {
    Home home = new Home(Map.of());
    assertThatThrownBy(() -> new Packages(home, notes::add))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("start Lumiere by its launcher");
  }
}
