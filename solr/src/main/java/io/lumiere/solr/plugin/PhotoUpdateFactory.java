package io.lumiere.solr.plugin;

import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.response.SolrQueryResponse;
import org.apache.solr.update.processor.UpdateRequestProcessor;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;

/**
 * Makes the {@link PhotoUpdate} of each request. In the chain it stands behind the distribution of
 * updates, so that it sees whole documents, also those that an update of one field gave.
 * Thread-safe.
 */
public final class PhotoUpdateFactory extends UpdateRequestProcessorFactory {
  @Override
  public UpdateRequestProcessor getInstance(
      SolrQueryRequest request, SolrQueryResponse response, UpdateRequestProcessor next) {
    return new PhotoUpdate(request.getSchema(), next);
  }
}
