package io.lumiere.indexer.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.internal.scan.DiskFile;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.schema.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final int COUNT = 16;
  private static final int FILES = 8_000;

  private static FileTask file(String path, long size, long modified) {
    return new FileTask(new DiskFile(path, null, size, modified), null, false);
  }

  /** Also where all files have one size, or one time. */
  @Test
  void partsAreAboutTheSame() {
    List<FileTask> oneSize = new ArrayList<>();
    List<FileTask> oneTime = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      oneSize.add(file(i + ".tif", 25_067_520, 1_600_000_000_000L + 1_000L * i));
      oneTime.add(file(i + ".jpg", 2_000_000 + i, 1_600_000_000_000L));
    }
    for (List<FileTask> all : List.of(oneSize, oneTime)) {
      Parts parts = new Parts(COUNT, all, Map.of());
      int sum = 0;
      for (int part = 0; part < COUNT; part++) {
        assertThat(parts.tasks(part)).hasSizeBetween(FILES / COUNT / 2, 2 * FILES / COUNT);
        sum += parts.tasks(part).size();
      }
      assertThat(sum).isEqualTo(FILES);
    }
  }

  @Test
  void aFileIsWithThePhotoThatItWasBeforeItMoved() {
    List<FileTask> moved = new ArrayList<>();
    Map<String, KnownPhoto> gone = new HashMap<>();
    for (int i = 0; i < FILES; i++) {
      moved.add(file("new/" + i, 7L * i, 31L * i));
      gone.put("old/" + i, new KnownPhoto(i, 7L * i, 31L * i, null, Reading.UNKNOWN));
    }
    Parts parts = new Parts(COUNT, moved, gone);
    for (int part = 0; part < COUNT; part++) {
      assertThat(parts.missing(part).keySet())
          .containsExactlyInAnyOrderElementsOf(
              parts.tasks(part).stream().map(task -> task.path().replace("new/", "old/")).toList());
    }
  }
}
