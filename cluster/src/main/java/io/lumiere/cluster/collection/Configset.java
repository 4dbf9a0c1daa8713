package io.lumiere.cluster.collection;

import io.lumiere.base.LumiereException;
import io.lumiere.schema.FieldType;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What Solr must know to hold photos: its schema, made from the catalogue {@link PhotoFields}, its
 * configuration, and in a file of ours what a directory's commit says, so that a reader of the
 * collection knows whose vectors are in which field. Immutable.
 *
 * @param files by name
 */
public record Configset(Map<String, String> files) {
  /** Of what the photos have in the collection a number is kept that differs when they differ. */
  public static final String COPY = "copy_hash";

  /** The file that says what a directory's commit says. */
  public static final String METADATA = "lumiere.properties";

  static final String SCHEMA = "schema.xml";
  private static final String SCHEMA_END = "</schema>\n";

  private static final String CONFIGURATION =
      """
      <config>
        <luceneMatchVersion>10.3.2</luceneMatchVersion>
        <directoryFactory name="DirectoryFactory" class="solr.MMapDirectoryFactory"/>
        <codecFactory class="solr.SchemaCodecFactory"/>
        <schemaFactory class="ClassicIndexSchemaFactory"/>
        <indexConfig>
          <ramBufferSizeMB>${lumiere.ram.mb:64}</ramBufferSizeMB>
        </indexConfig>
        <updateHandler class="solr.DirectUpdateHandler2">
          <updateLog><str name="dir">${solr.ulog.dir:}</str></updateLog>
          <autoCommit><maxTime>30000</maxTime><openSearcher>false</openSearcher></autoCommit>
        </updateHandler>
        <updateRequestProcessorChain name="photos" default="true">
          <processor class="solr.LogUpdateProcessorFactory"/>
          <processor class="solr.DistributedUpdateProcessorFactory"/>
          <!-- Behind the distribution: it sees whole documents, also after updates of one field. -->
          <processor class="io.lumiere.solr.plugin.PhotoUpdateFactory"/>
          <processor class="solr.RunUpdateProcessorFactory"/>
        </updateRequestProcessorChain>
        <query>
          <filterCache size="128" initialSize="16" autowarmCount="0"/>
          <queryResultCache size="0"/>
          <documentCache size="512"/>
          <!-- What a stage of a search has found, for the next one. -->
          <cache name="lumiereRuns" class="solr.CaffeineCache" size="32" initialSize="8" autowarmCount="0"/>
          <enableLazyFieldLoading>true</enableLazyFieldLoading>
        </query>
        <requestDispatcher>
          <requestParsers multipartUploadLimitInKB="204800" formdataUploadLimitInKB="204800"/>
        </requestDispatcher>
        <queryParser name="lumiere" class="io.lumiere.solr.search.PhotoQueryParser"/>
        <searchComponent name="photos" class="io.lumiere.solr.search.StagedSearch"/>
        <requestHandler name="/select" class="solr.SearchHandler">
          <lst name="defaults"><str name="echoParams">none</str><str name="df">title</str></lst>
          <arr name="first-components"><str>photos</str></arr>
        </requestHandler>
        <requestHandler name="/photos" class="solr.SearchHandler">
          <lst name="defaults"><str name="echoParams">none</str></lst>
          <arr name="components"><str>photos</str></arr>
          <!-- A stage of a search waits so long for a copy of a shard, then asks another one. -->
          <shardHandlerFactory class="HttpShardHandlerFactory">
            <int name="connTimeout">5000</int>
            <int name="socketTimeout">10000</int>
          </shardHandlerFactory>
        </requestHandler>
      </config>
      """;

  public Configset {
    files = Map.copyOf(files);
  }

  /** For photos with vectors of these models. */
  public static Configset of(IndexMetadata metadata) {
    return of(metadata, Map.of());
  }

  /**
   * For photos with vectors of these models.
   *
   * @param more what is said of the collection besides
   */
  static Configset of(IndexMetadata metadata, Map<String, String> more) {
    Map<String, String> data = new TreeMap<>(metadata.toUserData());
    data.putAll(more);
    return new Configset(
        Map.of(
            SCHEMA, schema(metadata), "solrconfig.xml", CONFIGURATION, METADATA, properties(data)));
  }

  /**
   * Reads the file {@link #METADATA}.
   *
   * @param collection what to call it in messages
   * @throws LumiereException if it is damaged
   */
  public static Map<String, String> userData(String file, String collection) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(file));
    } catch (IOException | IllegalArgumentException e) {
      throw UnfitCollection.damaged(collection, e);
    }
    Map<String, String> data = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> data.put(key, properties.getProperty(key)));
    return data;
  }

  /** All files as Solr takes them. */
  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String schema(IndexMetadata metadata) {
    StringBuilder schema = new StringBuilder("<schema name=\"lumiere\" version=\"1.7\">\n");
    schema.append("  <uniqueKey>").append(Fields.ID).append("</uniqueKey>\n");
    schema.append(SolrTypes.DECLARATIONS);
    // As Lucene has it where nothing else is said.
    schema.append("  <similarity class=\"solr.BM25SimilarityFactory\"/>\n");
    for (PhotoField<?> field : PhotoFields.all()) {
      if (field.type() != FieldType.VECTOR && !field.name().startsWith("failure_")) {
        schema.append(
            "  <field name=\"%s\" type=\"%s\"%s%s%s/>\n"
                .formatted(
                    field.name(),
                    SolrTypes.of(field.type()),
                    field.many() ? " multiValued=\"true\"" : "",
                    field.isDerived() ? " stored=\"false\" useDocValuesAsStored=\"false\"" : "",
                    field.name().equals(Fields.ID) ? " required=\"true\"" : ""));
      }
    }
    metadata.models().all().forEach(model -> vector(schema, model));
    schema.append(
        "  <field name=\"_version_\" type=\"number_order\" useDocValuesAsStored=\"true\"/>\n");
    schema.append(
        "  <field name=\"" + COPY + "\" type=\"number_order\" useDocValuesAsStored=\"true\"/>\n");
    return schema.append(SCHEMA_END).toString();
  }

  /**
   * A schema with the fields for vectors of these models, too.
   *
   * @param schema the file {@link #SCHEMA} as it is
   */
  static String withModels(String schema, List<IndexedModel> models) {
    StringBuilder more = new StringBuilder(schema.substring(0, schema.lastIndexOf("</schema>")));
    for (IndexedModel model : models) {
      if (!schema.contains("<field name=\"" + model.field() + "\"")) {
        vector(more, model);
      }
    }
    return more.append(SCHEMA_END).toString();
  }

  /** Stored, so that a photo is whole where one of its fields is updated. */
  private static void vector(StringBuilder schema, IndexedModel model) {
    schema.append(
        """
          <fieldType name="%1$s" class="solr.DenseVectorField" vectorDimension="%2$d" similarityFunction="dot_product"/>
          <field name="%1$s" type="%1$s"/>
        """
            .formatted(model.field(), model.model().dimension()));
  }

  /** The file {@link #METADATA}. */
  public static String properties(Map<String, String> data) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(data)
        .forEach((key, value) -> text.append(key).append('=').append(escaped(value)).append('\n'));
    return text.toString();
  }

  /** Letters outside ASCII may stand as they are: the file is read as UTF-8. */
  private static String escaped(String value) {
    String escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    // White space in front of a value is passed over.
    return !escaped.isEmpty() && " \t\f".indexOf(escaped.charAt(0)) >= 0 ? "\\" + escaped : escaped;
  }
}
