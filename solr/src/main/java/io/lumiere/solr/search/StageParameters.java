package io.lumiere.solr.search;

import io.lumiere.query.ShardProtocol;
import io.lumiere.query.ShardQuestion;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.jspecify.annotations.Nullable;

/** The parameters of a request to Solr that are Lumiere's. Thread-safe. */
final class StageParameters {
  /** What the stages add to a request. */
  private static final Set<String> OF_STAGES =
      Set.of(
          ShardProtocol.STAGE,
          ShardProtocol.FIRST,
          ShardProtocol.STATISTICS,
          ShardProtocol.WINDOW,
          ShardProtocol.CUT,
          ShardProtocol.QUESTION);

  private StageParameters() {}

  /** The request's own parameters, without their prefix. */
  static Map<String, List<String>> request(SolrParams params) {
    Map<String, List<String>> request = new TreeMap<>();
    for (Iterator<String> names = params.getParameterNamesIterator(); names.hasNext(); ) {
      String name = names.next();
      String[] values = params.getParams(name);
      if (name.startsWith(ShardProtocol.PREFIX) && !OF_STAGES.contains(name) && values != null) {
        request.put(name.substring(ShardProtocol.PREFIX.length()), List.of(values));
      }
    }
    return request;
  }

  private static void copy(SolrParams from, ModifiableSolrParams to) {
    request(from)
        .forEach(
            (name, values) -> to.set(ShardProtocol.PREFIX + name, values.toArray(String[]::new)));
  }

  /**
   * What each stage hands on: what is Lumiere's, and all others where there are Solr's filters,
   * which may refer to them.
   */
  static ModifiableSolrParams handedOn(SolrParams asked) {
    ModifiableSolrParams params = new ModifiableSolrParams();
    if (asked.get(CommonParams.FQ) != null) {
      params.add(asked);
      OF_STAGES.forEach(params::remove);
    }
    copy(asked, params);
    return params;
  }

  static void set(ModifiableSolrParams params, StatisticsSums sums) {
    params.set(ShardProtocol.STATISTICS, text(sums.toBytes()));
  }

  /** The sums of all shards; null where they are not given. */
  static @Nullable StatisticsSums statistics(SolrParams params) {
    String text = params.get(ShardProtocol.STATISTICS);
    return text == null ? null : StatisticsSums.of(bytes(text));
  }

  /** Where there are no legs, that is said, too: a parameter without values is not sent. */
  static void set(ModifiableSolrParams params, List<LegWindow> windows) {
    params.set(
        ShardProtocol.WINDOW,
        windows.isEmpty()
            ? new String[] {""}
            : windows.stream().map(window -> text(window.toBytes())).toArray(String[]::new));
  }

  /** The windows of all shards; null where they are not given. */
  static @Nullable List<LegWindow> windows(SolrParams params) {
    String[] texts = params.getParams(ShardProtocol.WINDOW);
    if (texts == null) {
      return null;
    }
    List<LegWindow> windows = new ArrayList<>();
    for (String text : texts) {
      if (!text.isEmpty()) {
        windows.add(LegWindow.of(bytes(text)));
      }
    }
    return windows;
  }

  static void set(ModifiableSolrParams params, CutoffReport cut) {
    params.set(
        ShardProtocol.CUT,
        cut.outcome()
            + " "
            + cut.kept()
            + " "
            + cut.dropped()
            + " "
            + cut.above()
            + " "
            + cut.below());
  }

  /** Where hits of all shards are cut off; null where they are not. */
  static @Nullable CutoffReport cut(SolrParams params) {
    String text = params.get(ShardProtocol.CUT);
    if (text == null) {
      return null;
    }
    String[] parts = text.split(" ", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException("'" + text + "' does not say where hits are cut off");
    }
    return new CutoffReport(
        CutoffReport.Outcome.valueOf(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        score(parts[3]),
        score(parts[4]));
  }

  /** Hands on what is asked in place of a part of the page. */
  static void copyQuestion(SolrParams from, ModifiableSolrParams to) {
    String text = from.get(ShardProtocol.QUESTION);
    if (text != null) {
      to.set(ShardProtocol.QUESTION, text);
    }
  }

  /** What is asked in place of a part of the page; null where that is asked for. */
  static @Nullable ShardQuestion question(SolrParams params) {
    String text = params.get(ShardProtocol.QUESTION);
    return text == null ? null : ShardQuestion.of(bytes(text));
  }

  private static @Nullable Float score(String text) {
    return text.equals("null") ? null : Float.valueOf(text);
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }
}
