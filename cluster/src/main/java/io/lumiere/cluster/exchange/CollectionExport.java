package io.lumiere.cluster.exchange;

import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.collection.PhotoPages;
import io.lumiere.cluster.collection.StoredPhoto;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.cluster.send.Repetition;
import io.lumiere.exchange.ExportedPhotos;
import io.lumiere.query.ShardProtocol;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.jspecify.annotations.Nullable;

/**
 * The photos of a collection, in the order of their ids. What changes while they are read may be
 * seen or not. The connection stays the caller's to close. For one thread.
 */
public final class CollectionExport implements ExportedPhotos {
  /** Photos in a request; their vectors take some kilobytes each. */
  private static final int PAGE = 250;

  private final PhotoCollection collection;
  private final @Nullable String filter;
  private final LocalDate today;
  private final Repetition repetition;

  /**
   * An export.
   *
   * @param filter a search whose filters photos pass; null for all photos
   * @param today what days such as yesterday in it count from
   * @param stopped whether to wait for no node any more
   */
  public CollectionExport(
      PhotoCollection collection,
      @Nullable String filter,
      LocalDate today,
      BooleanSupplier stopped) {
    this.collection = collection;
    this.filter = filter;
    this.today = today;
    this.repetition =
        Repetition.of(
            collection, Repetition.Purpose.READING, PushOptions.DEFAULT.patience(), stopped);
    collection.metadata(); // It says what is wrong.
  }

  @Override
  public String name() {
    return collection.address().toString();
  }

  @Override
  public Map<String, String> userData() {
    return collection.userData();
  }

  @Override
  public long count() {
    return repetition.of(() -> collection.tryCount(query()));
  }

  private QueryResponse asked(SolrQuery query) {
    return repetition.of(() -> collection.tryQuery(query));
  }

  private SolrQuery query() {
    if (filter == null) {
      return new SolrQuery("*:*");
    }
    SolrQuery query = new SolrQuery("{!lumiere}");
    query.set(ShardProtocol.FILTER, PhotoFilter.kept(filter, today).call());
    return query;
  }

  @Override
  public boolean visit(Set<String> fields, List<IndexedModel> models, Visitor each)
      throws IOException {
    Set<String> wanted = new TreeSet<>(fields);
    models.forEach(model -> wanted.add(model.field()));
    SolrQuery query = query().setFields(wanted.toArray(String[]::new));
    try {
      return PhotoPages.visit(query, PAGE, this::asked, photo -> take(photo, each));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean take(SolrDocument photo, Visitor each) {
    try {
      return each.take(StoredPhoto.facts(photo), StoredPhoto.vectors(photo));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // The connection is somebody else's.
  }
}
