package io.lumiere.examples.cluster;

import io.lumiere.cluster.collection.CollectionDocuments;
import io.lumiere.cluster.collection.Configset;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.collection.StoredPhoto;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoVectors;
import io.lumiere.schema.store.OpenIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.common.SolrDocument;

/** What a directory and a collection hold of each photo, by its path, to compare them. */
final class PhotoFacts {
  private static final int MOST = 10_000;

  private PhotoFacts() {}

  /** Of a directory. */
  static Map<String, List<Object>> of(Path directory) throws IOException {
    Map<String, List<Object>> facts = new TreeMap<>();
    try (OpenIndex open = OpenIndex.at(directory)) {
      IndexSearcher searcher = new IndexSearcher(open.reader());
      for (ScoreDoc hit : searcher.search(new FieldExistsQuery(Fields.ID), MOST).scoreDocs) {
        Photo photo = PhotoDocuments.fromDocument(open.reader().storedFields().document(hit.doc));
        facts.put(
            photo.file().path(),
            of(
                photo,
                PhotoVectors.readAll(open.reader(), hit.doc, open.metadata().models().all())));
      }
    }
    return facts;
  }

  /** Of what is committed to a collection. */
  static Map<String, List<Object>> of(PhotoCollection collection)
      throws IOException, SolrServerException {
    Map<String, List<Object>> facts = new TreeMap<>();
    stored(collection)
        .forEach((path, photo) -> facts.put(path, of(photo.photo(), photo.vectors())));
    return facts;
  }

  /** The photos of a collection by their paths. */
  static Map<String, StoredPhoto> stored(PhotoCollection collection)
      throws IOException, SolrServerException {
    SolrQuery all = new SolrQuery("*:*").setRows(MOST).setFields("*");
    Map<String, StoredPhoto> stored = new TreeMap<>();
    for (SolrDocument document : collection.tryQuery(all).getResults()) {
      StoredPhoto photo = StoredPhoto.of(document);
      if (!hash(photo).equals(document.getFieldValue(Configset.COPY))) {
        throw new AssertionError("the hash is of another photo: " + photo.photo().file().path());
      }
      StoredPhoto other = stored.put(photo.photo().file().path(), photo);
      if (other != null) {
        throw new AssertionError("two photos at " + photo.photo().file().path());
      }
    }
    return stored;
  }

  /** By which it is known whether the collection has a photo as it is to be. */
  private static Object hash(StoredPhoto photo) {
    return Objects.requireNonNull(
            CollectionDocuments.of(PhotoDocuments.toDocument(photo.photo(), photo.vectors())))
        .getFieldValue(Configset.COPY);
  }

  /** All but the id, which is random. */
  private static List<Object> of(Photo photo, Map<String, float[]> vectors) {
    List<Object> facts = new ArrayList<>();
    facts.add(photo.file());
    facts.add(photo.image());
    facts.add(String.valueOf(photo.taken()));
    facts.add(photo.caption());
    facts.add(photo.traits());
    new TreeMap<>(vectors)
        .forEach((field, vector) -> {
          facts.add(field);
          for (float component : vector) {
            facts.add(component);
          }
        });
    return facts;
  }
}
