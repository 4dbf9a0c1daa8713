package io.lumiere.cluster.collection;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.solr.common.SolrException;
import org.jspecify.annotations.Nullable;

/** What an exception of SolrJ means. Thread-safe. */
public final class SolrFailure {
  /** Answers in the name of the request that are over when Solr has found its leaders again. */
  private static final Set<Integer> PASSING = Set.of(404, 408, 409, 429);

  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

  private SolrFailure() {}

  /** The reason in Solr's words, without the names of its classes. */
  public static String reason(Throwable failure) {
    Throwable last = failure;
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      last = each;
    }
    String message = last.getMessage() == null ? failure.getMessage() : last.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    // A node that fails outside of Solr's own code answers with a page.
    Matcher title = TITLE.matcher(message);
    return title.find() ? title.group(1) : message.strip();
  }

  /** Whether the request itself is wrong, so that it will be refused each time it is made. */
  public static boolean isFinal(Throwable failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SolrException refused) {
        return refused.code() >= 400 && refused.code() < 500 && !PASSING.contains(refused.code());
      }
    }
    return false;
  }
}
