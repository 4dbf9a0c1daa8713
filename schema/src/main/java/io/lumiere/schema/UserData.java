package io.lumiere.schema;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads and writes {@link IndexMetadata} as commit user data. */
final class UserData {
  private static final String SCHEMA = "lumiere.schema";
  private static final String ARCHIVE = "lumiere.archive";
  private static final String OTHER_ARCHIVES = "lumiere.archive.others";
  private static final String FIELDS = "lumiere.vectors";
  private static final String DEFAULT_FIELD = "lumiere.vectors.default";
  private static final String DROPPED_FIELDS = "lumiere.vectors.dropped";
  private static final String LAST_FIELD = "lumiere.vectors.last";
  private static final String MODEL = "lumiere.model.";

  private final Map<String, String> data;
  private final String index;

  UserData(Map<String, String> data, String index) {
    this.data = data;
    this.index = index;
  }

  static Map<String, String> write(IndexMetadata metadata) {
    IndexModels models = metadata.models();
    Map<String, String> data = new TreeMap<>();
    data.put(SCHEMA, Integer.toString(IndexMetadata.SCHEMA_VERSION));
    data.put(ARCHIVE, metadata.archive());
    if (!metadata.otherArchives().isEmpty()) {
      data.put(OTHER_ARCHIVES, String.join("\n", new TreeSet<>(metadata.otherArchives())));
    }
    data.put(FIELDS, fields(models.all()));
    data.put(DEFAULT_FIELD, models.defaultModel().field());
    data.put(DROPPED_FIELDS, fields(models.dropped()));
    data.put(LAST_FIELD, Integer.toString(models.lastField()));
    models.all().forEach(model -> write(model, data));
    models.dropped().forEach(model -> write(model, data));
    return data;
  }

  private static void write(IndexedModel indexed, Map<String, String> data) {
    String key = MODEL + indexed.field();
    data.put(key + ".id", indexed.model().id());
    data.put(key + ".hash", indexed.model().contentHash());
    data.put(key + ".dimension", Integer.toString(indexed.model().dimension()));
  }

  private static String fields(List<IndexedModel> models) {
    return models.stream().map(IndexedModel::field).collect(Collectors.joining(" "));
  }

  static Map<String, String> others(Map<String, String> data) {
    Map<String, String> others = new TreeMap<>(data);
    others
        .keySet()
        .removeIf(key ->
            key.equals(SCHEMA)
                || key.equals(ARCHIVE)
                || key.equals(OTHER_ARCHIVES)
                || key.equals(FIELDS)
                || key.startsWith(FIELDS + ".")
                || key.startsWith(MODEL));
    return others;
  }

  static boolean isOutdated(Map<String, String> data) {
    return !Integer.toString(IndexMetadata.SCHEMA_VERSION).equals(data.get(SCHEMA));
  }

  IndexMetadata read() {
    return read(IndexMetadata.SCHEMA_VERSION);
  }

  IndexMetadata readUpgradable() {
    return read(IndexMetadata.OLDEST_UPGRADABLE);
  }

  private IndexMetadata read(int oldest) {
    requireVersion(oldest);
    try {
      String defaultModel = expect(DEFAULT_FIELD);
      IndexModels models =
          new IndexModels(
              models(FIELDS), model(defaultModel), models(DROPPED_FIELDS), number(LAST_FIELD));
      return new IndexMetadata(models, expect(ARCHIVE), otherArchives());
    } catch (IllegalArgumentException e) {
      throw new LumiereException(
          "the commit of index " + index + " is damaged: " + e.getMessage(), e);
    }
  }

  private Set<String> otherArchives() {
    String others = data.get(OTHER_ARCHIVES);
    return others == null ? Set.of() : new TreeSet<>(List.of(others.split("\n")));
  }

  private void requireVersion(int oldest) {
    String version = data.get(SCHEMA);
    if (version == null) {
      throw new IndexMismatchException(
          Fault.NOT_AN_INDEX, index + " is a Lucene directory that Lumiere did not write");
    }
    if (isBetween(version, oldest, IndexMetadata.SCHEMA_VERSION)) {
      return;
    }
    throw new IndexMismatchException(
        isBetween(version, IndexMetadata.OLDEST_UPGRADABLE, IndexMetadata.SCHEMA_VERSION)
            ? Fault.INDEX_OUTDATED
            : Fault.INDEX_OF_OTHER_VERSION,
        "index "
            + index
            + " has schema version "
            + version
            + " and this Lumiere reads version "
            + IndexMetadata.SCHEMA_VERSION);
  }

  private static boolean isBetween(String version, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).anyMatch(version::equals);
  }

  private List<IndexedModel> models(String key) {
    List<IndexedModel> models = new ArrayList<>();
    Arrays.stream(expect(key).split(" "))
        .filter(field -> !field.isEmpty())
        .forEach(field -> models.add(model(field)));
    return models;
  }

  private IndexedModel model(String field) {
    String key = MODEL + field;
    return new IndexedModel(
        new EmbeddingModel(expect(key + ".id"), expect(key + ".hash"), number(key + ".dimension")),
        field);
  }

  private int number(String key) {
    try {
      return Integer.parseInt(expect(key));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " is not a number: " + e.getMessage(), e);
    }
  }

  private String expect(String key) {
    String value = data.get(key);
    if (value == null) {
      throw new LumiereException("the commit of index " + index + " lacks " + key);
    }
    return value;
  }
}
