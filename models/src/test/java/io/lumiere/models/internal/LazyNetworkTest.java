package io.lumiere.models.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Folders;
import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.Models;
import io.lumiere.models.starter.StarterFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a folder between the opening of its model and the first use. */
class LazyNetworkTest {
  private static final RgbImage PICTURE = new RgbImage(2, 2, new byte[3 * 2 * 2]);

  @TempDir Path dir;
  private Path folder;

  @BeforeEach
  void copy() throws IOException {
    folder = dir.resolve("model");
    Folders.replace(folder, fresh -> copyTo(fresh, ModelManifest.read(StarterFixture.model())));
  }

  @Test
  void anotherModelInTheFolderIsRefused() throws IOException {
    try (DualEncoder model = Models.open(folder)) {
      model.texts().encode("read before, and kept");
      ModelManifest old = ModelManifest.read(folder);
      ModelManifest other =
          new ModelManifest(
              old.kind(), old.model(), old.imageSize(), "another", old.files(), List.of());
      Folders.replace(folder, fresh -> copyTo(fresh, other));
      model.texts().encode("still there");
      assertThatThrownBy(() -> model.images().encode(PICTURE))
          .isInstanceOf(LumiereException.class)
          .hasMessageContainingAll(folder.toString(), "was replaced");
    }
  }

  @Test
  void theSameModelMadeAgainIsNot() throws IOException {
    try (DualEncoder model = Models.open(folder)) {
      Folders.replace(folder, fresh -> copyTo(fresh, ModelManifest.read(folder)));
      assertThat(model.texts().encode("a text")).hasSize(model.model().dimension());
    }
  }

  @Test
  void aModelThatIsGoneIsSaid() throws IOException {
    try (DualEncoder model = Models.open(folder)) {
      model.texts().encode("all but the image side is read");
      Folders.delete(folder);
      assertThatThrownBy(() -> model.images().encode(PICTURE))
          .isInstanceOf(LumiereException.class)
          .hasMessageContainingAll(folder.toString(), "removed");
    }
  }

  @Test
  void aDamagedNetworkIsAClearError() throws IOException {
    Path param = folder.resolve("image.param");
    Files.writeString(param, Files.readString(param).replaceFirst("Convolution", "Konvolution"));
    try (DualEncoder model = Models.open(folder)) {
      assertThatThrownBy(() -> model.images().encode(PICTURE))
          .isInstanceOf(LumiereException.class)
          .hasMessageContainingAll(param.toString(), "Konvolution");
    }
  }

  private static void copyTo(Path target, ModelManifest manifest) throws IOException {
    for (ModelManifest.ModelFile file : manifest.files()) {
      Files.copy(StarterFixture.model().resolve(file.name()), target.resolve(file.name()));
    }
    manifest.write(target);
  }
}
