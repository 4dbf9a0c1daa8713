package io.lumiere.models.clip;

import java.io.IOException;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CLIP as OpenAI made it, and Chinese-CLIP, by whoever has trained them. */
class ClipParityTest extends ClipParity {
  @ParameterizedTest
  @CsvSource({
    "openai-vit-b-32, CLIP ViT-B/32",
    "openai-vit-b-16, CLIP ViT-B/16",
    "openai-vit-l-14, CLIP ViT-L/14",
    "laion-vit-b-32, CLIP ViT-B/32",
    "tinyclip-vit-39m-16, CLIP ViT-M/16",
    "hugging-face-clip, CLIP ViT-B/32",
    "openai-rn50, CLIP RN50",
    "openai-rn50x4, 'CLIP ResNet of [1, 1, 2, 1] blocks'",
    "chinese-clip-vit-b-16, Chinese-CLIP ViT-B/16",
    "chinese-clip-vit-h-14, Chinese-CLIP ViT-H/14",
    "chinese-clip-rn50, 'Chinese-CLIP ResNet of [1, 2, 1, 1] blocks'",
    "hugging-face-chinese-clip, Chinese-CLIP ViT-B/32",
  })
  void vectorsAreTheReferences(String name, String architecture) throws IOException {
    compare(name, architecture);
  }

  /** What takes minutes, and a gigabyte: {@code -Dlumiere.clip.full=true}. */
  @ParameterizedTest
  @EnabledIfSystemProperty(named = FULL, matches = "true")
  @CsvSource({
    "full-openai-vit-b-16, CLIP ViT-B/16",
    "full-openai-vit-l-14, CLIP ViT-L/14",
    "full-chinese-clip-rn50, Chinese-CLIP RN50",
  })
  void largeModelsAreTheReferences(String name, String architecture) throws IOException {
    compareHalf(name, architecture);
  }
}
