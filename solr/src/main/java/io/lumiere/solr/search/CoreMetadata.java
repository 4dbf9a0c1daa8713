package io.lumiere.solr.search;

import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.solr.core.SolrCore;

/**
 * What the configset of a core says of its photos: whose vectors are in which field, and the
 * archive. Immutable.
 */
record CoreMetadata(IndexMetadata metadata) {
  /** The file of the configset. */
  private static final String FILE = "lumiere.properties";

  static CoreMetadata of(SolrCore core) throws IOException {
    Properties properties = new Properties();
    try (InputStream file = core.getResourceLoader().openResource(FILE)) {
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    Map<String, String> data = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> data.put(key, properties.getProperty(key)));
    return new CoreMetadata(IndexMetadata.fromUserData(data, core.getName()));
  }

  /** The model whose vectors a request compares: that of the field which it names. */
  IndexedModel model(Map<String, List<String>> parameters) {
    List<String> field = parameters.getOrDefault("model", List.of());
    return field.isEmpty()
        ? metadata.models().defaultModel()
        : metadata.models().all().stream()
            .filter(model -> model.field().equals(field.getFirst()))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException("no model has its vectors in " + field.getFirst()));
  }
}
