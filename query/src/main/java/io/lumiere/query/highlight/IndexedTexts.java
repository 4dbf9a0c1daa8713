package io.lumiere.query.highlight;

import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;

/**
 * The values of photos' words fields as they were indexed. A directory stores them all; a
 * collection of Solr stores facts alone, so what is derived from them is derived here again. Not
 * thread-safe.
 */
final class IndexedTexts {
  private final IndexSearcher searcher;
  private final Map<Integer, Photo> photos;

  /**
   * Texts of some photos.
   *
   * @param photos by the numbers of their documents
   */
  IndexedTexts(IndexSearcher searcher, Map<Integer, Photo> photos) {
    this.searcher = searcher;
    this.photos = Map.copyOf(photos);
  }

  /** The numbers of the photos' documents. */
  Set<Integer> docs() {
    return photos.keySet();
  }

  Photo photo(int doc) {
    Photo photo = photos.get(doc);
    if (photo == null) {
      throw new IllegalArgumentException("document " + doc + " was not named before");
    }
    return photo;
  }

  /** The document of a photo with the values of these fields. */
  Document stored(int doc, Set<String> fields) throws IOException {
    return searcher.storedFields().document(doc, fields);
  }

  /**
   * The values of a field, in their order.
   *
   * @param stored has those of them that are stored
   */
  List<String> of(Document stored, int doc, String field) {
    String[] values = stored.getValues(field);
    if (values.length > 0) {
      return List.of(values);
    }
    return PhotoFields.find(field).stream()
        .filter(PhotoField::isDerived)
        .flatMap(derived -> derived.of(photo(doc)).stream())
        .map(Object::toString)
        .toList();
  }
}
