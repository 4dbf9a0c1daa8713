package io.lumiere.cluster.collection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.solr.client.solrj.RemoteSolrException;
import org.apache.solr.client.solrj.impl.CloudSolrClient.RouteException;
import org.apache.solr.common.SolrException;
import org.apache.zookeeper.KeeperException;
import org.jspecify.annotations.Nullable;

/** What an exception of SolrJ means. Thread-safe. */
public final class SolrFailure {
  /** Answers in the name of the request that are over when Solr has found its leaders again. */
  private static final Set<Integer> PASSING = Set.of(404, 408, 409, 429);

  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

  /** How SolrJ begins what a node answered. */
  private static final Pattern SERVER = Pattern.compile("Error from server at https?://([^/\\s]+)");

  /** What systems say of a full disk: Linux and macOS, and Windows. */
  private static final List<String> FULL =
      List.of("No space left on device", "not enough space on the disk");

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
    // SolrJ calls it a bad request where ZooKeeper does not say where the shards are.
    if (isOfZooKeeper(failure) || isOfGoneLeader(failure)) {
      return false;
    }
    int code = code(failure);
    return code >= 400 && code < 500 && !PASSING.contains(code);
  }

  /** Whether what was asked is not there, as far as the node knows. */
  public static boolean isMissing(Throwable failure) {
    return code(failure) == 404;
  }

  /**
   * Whether a node answers that it knows of no copy of any shard, as for some seconds after
   * ZooKeeper was away.
   */
  public static boolean isOfNodeAtStart(Throwable failure) {
    return code(failure) == 503;
  }

  private static int code(Throwable failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SolrException refused) {
        return refused.code();
      }
    }
    return 0;
  }

  /** Whether a node forbids to ask another one, whose name ZooKeeper has just lost. */
  private static boolean isOfGoneLeader(Throwable failure) {
    return code(failure) == 403 && reason(failure).contains("neither a live node");
  }

  /** Whether ZooKeeper could not be asked. */
  private static boolean isOfZooKeeper(Throwable failure) {
    for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof KeeperException.ConnectionLossException
          || each instanceof KeeperException.SessionExpiredException
          || each instanceof KeeperException.OperationTimeoutException) {
        return true;
      }
    }
    return false;
  }

  /** The nodes, as host and port, whose disks are full, as far as their own answers say so. */
  public static Set<String> fullDisks(Throwable failure) {
    Set<String> nodes = new TreeSet<>();
    addFullDisks(failure, nodes);
    return nodes;
  }

  private static void addFullDisks(Throwable failure, Set<String> nodes) {
    if (failure instanceof RouteException several) {
      for (Map.Entry<String, Throwable> each : several.getThrowables()) {
        addFullDisks(each.getValue(), nodes);
      }
    } else if (failure instanceof RemoteSolrException answer) {
      // The reason stands in the node's stack trace, while its message says what it was doing.
      String all = answer.getMessage() + answer.getRemoteErrorObject();
      Matcher server = SERVER.matcher(answer.getMessage());
      if (server.find() && FULL.stream().anyMatch(all::contains)) {
        nodes.add(server.group(1));
      }
    } else if (failure.getCause() != null) {
      addFullDisks(failure.getCause(), nodes);
    }
  }
}
