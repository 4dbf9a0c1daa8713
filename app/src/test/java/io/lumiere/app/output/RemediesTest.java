package io.lumiere.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemediesTest {
  private static String text(Fault fault) {
    return FailureLine.of(new LumiereException(fault, "mine", "it is wrong", null));
  }

  @Test
  void aFaultOfNoKnownRemedyIsItsMessage() {
    assertThat(text(Fault.OTHER)).isEqualTo("it is wrong");
    assertThat(FailureLine.of(new IllegalArgumentException("no"))).isEqualTo("no");
  }

  @Test
  void theMessageComesFirst() {
    assertThat(text(Fault.NO_INDEX)).isEqualTo("it is wrong: make one with 'lumiere index DIR'");
  }

  @Test
  void theOptionOrCommandThatHelpsIsNamed() {
    Map<Fault, List<String>> helps = new EnumMap<>(Fault.class);
    helps.put(Fault.OTHER, List.of());
    helps.put(Fault.NO_INDEX, List.of("lumiere index DIR"));
    helps.put(Fault.INDEX_IN_USE, List.of("wait until that has ended", "--index"));
    helps.put(Fault.INDEX_DAMAGED, List.of("delete that folder", "lumiere index DIR", "photos"));
    helps.put(Fault.INDEX_OUTDATED, List.of("lumiere index DIR"));
    helps.put(Fault.INDEX_OF_OTHER_VERSION, List.of("--index", "the Lumiere that made it"));
    helps.put(Fault.NOT_AN_INDEX, List.of("--index"));
    helps.put(Fault.NO_COLLECTION, List.of("lumiere push", "lumiere index DIR --to"));
    helps.put(Fault.NOT_A_COLLECTION, List.of("another"));
    helps.put(
        Fault.COLLECTION_OF_OTHER_VERSION,
        List.of("lumiere push", "lumiere index DIR --to", "the Lumiere that made it"));
    helps.put(Fault.MODEL_NOT_IN_INDEX, List.of("lumiere reindex --model mine", "--index"));
    helps.put(Fault.MODEL_IS_DEFAULT, List.of("lumiere reindex --model NAME"));
    helps.put(Fault.MODEL_EXISTS, List.of("lumiere models remove mine", "another name"));
    helps.put(Fault.MODEL_UNKNOWN, List.of("lumiere models list --known"));
    helps.put(Fault.MODEL_NOT_INSTALLED, List.of("lumiere models add mine'", "--model"));
    helps.put(Fault.OWN_MODEL_NOT_INSTALLED, List.of("lumiere models add mine --from FILE"));
    helps.put(Fault.MODEL_RENAMED, List.of("lumiere models add mine --from"));
    helps.put(Fault.MODEL_NOT_CONVERTIBLE, List.of("lumiere models list --known"));
    helps.put(Fault.CHECKPOINT_UNKNOWN, List.of("--known", "models add NAME --from FILE"));
    helps.put(Fault.FILE_UNAVAILABLE, List.of("lumiere models add mine --from FILE"));
    helps.put(Fault.FILES_UNAVAILABLE, List.of("models info mine", "mine --from FOLDER"));
    helps.put(Fault.NO_CALIBRATION_PHOTOS, List.of("--calibrate", "lumiere demo"));
    helps.put(Fault.MODEL_DAMAGED, List.of("./lumiere setup"));
    helps.put(Fault.PACKAGE_MISSING, List.of("./lumiere setup"));
    helps.put(Fault.PLACES_DAMAGED, List.of("delete it", "./lumiere setup"));
    helps.put(Fault.OTHER_ARCHIVE, List.of("--index", "--to", "--moved"));
    helps.put(Fault.SEVERAL_ARCHIVES, List.of("--index", "lumiere push"));
    helps.put(Fault.UNLIKE_ARCHIVE, List.of("mount its disk", "--index", "--to", "--moved"));
    helps.put(Fault.ARCHIVE_GONE, List.of("mount its disk", "lumiere index DIR --moved"));
    helps.put(Fault.ARCHIVE_EMPTY, List.of("disk", "--allow-empty"));
    helps.put(Fault.ARCHIVE_IGNORED, List.of("--exclude", ".lumiereignore", "--allow-empty"));
    helps.put(Fault.NO_PHOTO_TO_READ, List.of("--reread"));
    helps.put(Fault.FORMAT_UNKNOWN, List.of("--format"));
    helps.put(Fault.BAD_RECORD, List.of("--skip-bad"));
    helps.put(Fault.VECTOR_NOT_UNIT, List.of("--normalize", "--skip-bad"));
    helps.put(Fault.VECTOR_OF_OTHER_MODEL, List.of("--index", "--update", "--ignore mine"));
    helps.put(Fault.VECTOR_WITHOUT_MODEL, List.of("--model"));
    helps.put(Fault.FIELD_UNKNOWN, List.of("--ignore mine"));
    helps.put(Fault.ARCHIVE_UNNAMED, List.of("--archive"));
    helps.put(Fault.RECORDS_OF_OTHER_ARCHIVE, List.of("--index", "--archive 'mine'"));
    helps.put(Fault.INDEX_OF_OTHER_ARCHIVE, List.of("--index", "lumiere index DIR --moved"));
    assertThat(helps).containsOnlyKeys(Fault.values());
    helps.forEach((fault, words) -> {
      if (!words.isEmpty()) {
        assertThat(text(fault)).describedAs("%s", fault).contains(words);
      }
    });
  }
}
