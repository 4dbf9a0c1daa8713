package io.lumiere.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerFileTest {
  @TempDir Path folder;

  @Test
  void aTokenIsMadeOnceForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("new/token");
    String token = OwnerFile.token(file);
    assertThat(token).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(OwnerFile.token(file)).isEqualTo(token);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatOthersMayReadIsRefused() throws IOException {
    Path file = write("secret-of-all-of-us");
    for (String permissions : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      assertThatThrownBy(() -> OwnerFile.read(file, "password"))
          .hasMessageContaining("chmod 600 " + file);
    }
  }

  @Test
  void whatHoldsNoSecretIsRefused() throws IOException {
    assertThatThrownBy(() -> OwnerFile.read(folder.resolve("none"), "password"))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> OwnerFile.read(write("\nsecond line"), "password"))
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> OwnerFile.read(write("x".repeat(5000)), "password"))
        .hasMessageContaining("at most 4096 bytes");
    assertThatThrownBy(() -> OwnerFile.token(write("short"))).hasMessageContaining("16 to 512");
    assertThatThrownBy(() -> OwnerFile.token(write("with spaces in the token")))
        .hasMessageContaining("16 to 512");
    assertThat(OwnerFile.read(write("a password\nmore"), "password")).isEqualTo("a password");
  }

  private Path write(String text) throws IOException {
    Path file = Files.createTempFile(folder, "secret", "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return Files.writeString(file, text);
  }
}
