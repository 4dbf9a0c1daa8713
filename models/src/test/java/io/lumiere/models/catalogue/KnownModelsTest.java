package io.lumiere.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.models.download.RemoteFile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownModelsTest {
  private static final KnownModels KNOWN = KnownModels.load(Map.of());

  @Test
  void everyModelSaysWhatAPersonMustKnow() {
    assertThat(KNOWN.all())
        .hasSizeGreaterThan(10)
        .extracting(KnownModel::name)
        .doesNotHaveDuplicates();
    for (KnownModel model : KNOWN.all()) {
      assertThat(ModelStore.checkName(model.name())).isNotEqualTo(ModelStore.STARTER);
      assertThat(model.dimension()).isBetween(1, EmbeddingModel.MAX_DIMENSION);
      assertThat(model.title()).isNotBlank();
      assertThat(model.licence()).isNotBlank();
      assertThat(model.note()).isNotBlank();
      assertThat(model.page()).startsWith("https://");
      assertThat(model.bytes()).isGreaterThan(100_000_000);
      assertThat(model.files()).extracting(RemoteFile::path).doesNotHaveDuplicates();
      for (RemoteFile file : model.files()) {
        assertThat(file.address().getScheme()).isEqualTo("https");
        assertThat(file.address().getPath())
            .endsWith("/" + file.path().substring(file.path().lastIndexOf('/') + 1));
      }
    }
  }

  @Test
  void theAddressesOfOpenAiCarryTheirHash() {
    for (String name :
        new String[] {"clip-vit-b-32", "clip-vit-b-16", "clip-vit-l-14", "clip-rn50"}) {
      RemoteFile file = KNOWN.find(name).orElseThrow().files().get(0);
      assertThat(file.exact()).isTrue();
      assertThat(file.address().getPath()).contains("/" + file.sha256() + "/");
    }
  }

  @Test
  void aMirrorTakesThePlaceOfTheHub() {
    KnownModels mirrored =
        KnownModels.load(Map.of(KnownModels.HUB_VARIABLE, "http://mirror:8080/hub/"));
    assertThat(mirrored.find("siglip2-b-16").orElseThrow().files().get(0).address().toString())
        .startsWith("http://mirror:8080/hub/google/siglip2-base-patch16-224/resolve/");
    assertThat(mirrored.find("clip-vit-b-32").orElseThrow().files().get(0).address().getHost())
        .isEqualTo("openaipublic.azureedge.net");
    for (String wrong :
        new String[] {
          "mirror",
          "ftp://mirror",
          "https://",
          "https:///hub",
          "http://my_mirror:8080",
          "http://mirror:port",
          "http://mirror:80800",
          "http://[mirror",
          "http://mirror/%hub",
          "http://mir ror"
        }) {
      assertThatThrownBy(() -> KnownModels.load(Map.of(KnownModels.HUB_VARIABLE, wrong)))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining("'" + wrong + "'");
    }
  }
}
