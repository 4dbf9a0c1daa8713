package io.lumiere.models.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.models.convert.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came after CLIP: SigLIP, MobileCLIP, and texts of other languages for CLIP's pictures. */
class ClipSuccessorsParityTest extends ClipParity {
  @ParameterizedTest
  @CsvSource({
    "multilingual-distilbert, 'DistilBERT of 3 layers, texts only'",
    "siglip-vit-b-16, SigLIP ViT-B/16",
    "siglip-2-width-128, SigLIP 2 ViT-width 128 /16",
    "open-clip-siglip-vit-b-16, SigLIP ViT-B/16",
    "open-clip-siglip-2-vit-b-32, SigLIP 2 ViT-B/32",
    "mobileclip-s1, MobileCLIP S1",
    "mobileclip-2-s0, MobileCLIP S0",
    "mobileclip-2-s2, MobileCLIP S2",
    "mobileclip-2-s3, MobileCLIP S3",
  })
  void vectorsAreTheReferences(String name, String architecture) throws IOException {
    compare(name, architecture);
  }

  @Test
  void siglip2sTokenizerMayBeJson() throws IOException {
    ClipGolden golden = ClipGolden.read("siglip-2-width-128");
    Model model =
        convert(
            golden,
            Storage.FP32,
            "json",
            files -> {
              Files.delete(files.resolve("tokenizer.model"));
              String json = "/io/lumiere/models/internal/tokenizer/siglip2-tokenizer.json";
              try (InputStream in = getClass().getResourceAsStream(json)) {
                Files.write(
                    files.resolve("tokenizer.json"), Objects.requireNonNull(in).readAllBytes());
              }
            });
    assertThat(model.folder().resolve("tokenizer.json")).exists();
    checkTokens(golden, model);
  }
}
