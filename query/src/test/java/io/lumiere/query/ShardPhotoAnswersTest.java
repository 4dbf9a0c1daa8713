package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.completion.FieldValues;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about photos are answered without a search, so that no search is waited for. */
class ShardPhotoAnswersTest {
  private static List<String> paths(byte[] answer) {
    return ShardResult.of(answer).hits().stream()
        .map(hit -> PhotoDocuments.fromDocument(hit.stored()).file().path())
        .toList();
  }

  @Test
  void noSearchIsNeeded(@TempDir Path folder) throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("a/sea.jpg", 0, 1, 0, 0);
      archive.add("a/dog.jpg", 0, 0, 0, 1);
      archive.add("a/gone.jpg", 1, 0, 0, 0);
      archive.delete("a/gone.jpg");
      archive.addFailure("a/broken.jpg", "the file is cut off");
      try (DirectoryReader reader = archive.reader()) {
        ShardPhotoAnswers answers = new ShardPhotoAnswers(reader, new FieldValues(reader));
        assertThat(paths(answers.to(new ShardQuestion.Named("a/sea.jpg"))))
            .containsExactly("a/sea.jpg");
        assertThat(paths(answers.to(new ShardQuestion.Named("id of a/dog.jpg"))))
            .containsExactly("a/dog.jpg");
        for (String none : List.of("a/gone.jpg", "a/broken.jpg", "none")) {
          assertThat(paths(answers.to(new ShardQuestion.Named(none)))).isEmpty();
        }
        assertThat(value(answers.to(new ShardQuestion.Nearest("a/sae.jpg"))).text(1))
            .isEqualTo("a/sea.jpg");
        assertThat(value(answers.to(new ShardQuestion.State())).number(0))
            .isEqualTo(ReaderState.of(reader));
        assertThat(answers.to(new ShardQuestion.Shown(List.of("id of a/dog.jpg")))).isNull();
      }
    }
  }

  private static ShardValues value(byte[] answer) {
    return ShardValues.of(ValueBytes.read(answer));
  }
}
