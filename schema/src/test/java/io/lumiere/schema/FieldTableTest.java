package io.lumiere.schema;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.GeneratedPart;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.api.Test;

/** Holds the table to what documents really have. */
class FieldTableTest {
  @Test
  void hasEveryFieldOnce() throws IllegalAccessException {
    List<String> names = new ArrayList<>();
    for (Field constant : Fields.class.getDeclaredFields()) {
      if (Modifier.isPublic(constant.getModifiers())) {
        names.add((String) constant.get(null));
      }
    }
    assertThat(PhotoFields.all()).extracting(PhotoField::name).containsOnlyOnceElementsOf(names);
    assertThat(PhotoFields.all()).hasSameSizeAs(names);
  }

  @Test
  void saysOfEachFieldWhatDocumentsHave() {
    List<IndexableField> added = new ArrayList<>();
    Document photo = PhotoDocuments.toDocument(FullPhoto.create(), new float[] {0.6f, 0.8f});
    added.addAll(photo.getFields());
    added.addAll(PhotoDocuments.toFailure("a.jpg", "why", 1, Instant.EPOCH).getFields());
    Map<String, List<IndexableField>> byName =
        added.stream().collect(groupingBy(IndexableField::name, LinkedHashMap::new, toList()));

    assertThat(byName).hasSameSizeAs(PhotoFields.all());
    for (PhotoField<?> row : PhotoFields.all()) {
      List<IndexableField> fields = byName.get(row.name());
      assertThat(fields).as(row.name()).isNotNull();
      assertThat(fields.stream().map(FieldTableTest::luceneClass).distinct())
          .as(row.name())
          .containsExactlyElementsOf(
              Arrays.stream(row.type().lucene().split(", "))
                  .filter(name -> name.matches("[A-Z].*"))
                  .toList());
      assertThat(fields.stream().anyMatch(field -> field.fieldType().stored()))
          .as(row.name())
          .isEqualTo(row.type().isStored());
      assertThat(
              fields.stream()
                  .anyMatch(field -> field.fieldType().docValuesType() != DocValuesType.NONE))
          .as(row.name())
          .isEqualTo(row.type().hasDocValues());
    }
  }

  /** A field with stems is a text field to who reads it. */
  private static String luceneClass(IndexableField field) {
    String name = field.getClass().getSimpleName();
    return name.equals("StemmedTextField") ? "TextField" : name;
  }

  @Test
  void isATableInMarkdown() {
    List<String> lines = FieldTable.markdown().lines().toList();
    assertThat(lines).hasSize(PhotoFields.all().size() + 2);
    assertThat(lines).contains("| `city` | KeywordField | yes | yes | town |");
    assertThat(lines).allMatch(line -> line.chars().filter(c -> c == '|').count() == 6);
  }

  @Test
  void isWhatTheDocumentationSays() {
    new GeneratedPart(Path.of("..", "docs", "fields.md"), "fields").mustBe(FieldTable.markdown());
  }
}
