package io.lumiere.query;

import io.lumiere.query.alike.AlikeTraits;
import io.lumiere.query.alike.NearDuplicates;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.group.GroupCode;
import io.lumiere.query.group.Groups;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.internal.lucene.DocSetQuery;
import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.query.internal.lucene.PhotoIds;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ShardQuestion}s about the hits of one request in one directory; {@link
 * ShardPhotoAnswers} has the others. Not thread-safe.
 */
final class ShardAnswers {
  /** So many near duplicates an answer has, each counted as often as it is one; or of one photo. */
  private static final int MOST_ALIKE = 100_000;

  /** So many of them come with what they are compared by: the first ones, which may decide. */
  private static final int ALIKE_WITH_TRAITS = 200;

  private final PreparedSearch prepared;
  private final ShardResultSearch results;
  private final @Nullable FusedScores scores;
  private final IndexSearcher searcher;
  private final IndexReader reader;
  private final Query query;
  private final Sort sort;

  /**
   * Answers on a request.
   *
   * @param scores of all that was found, before anything was cut off; null where nothing ranks
   */
  ShardAnswers(PreparedSearch prepared, ShardResultSearch results, @Nullable FusedScores scores)
      throws IOException {
    this.prepared = prepared;
    this.results = results;
    this.scores = scores;
    this.searcher = prepared.searcher();
    this.reader = searcher.getIndexReader();
    this.query = prepared.run();
    this.sort = prepared.request().paging().order().sort();
  }

  /** The answer, whose form depends on the question. */
  byte[] to(ShardQuestion question) throws IOException {
    return switch (question) {
      case ShardQuestion.First first -> ValueBytes.of(first(first));
      case ShardQuestion.Heads heads -> ValueBytes.of(heads(heads.by()));
      case ShardQuestion.Alike alike -> ValueBytes.of(alike(alike));
      case ShardQuestion.Traits traits -> ValueBytes.of(traits(traits.ids()));
      case ShardQuestion.Shown shown -> shown(shown.ids()).toBytes();
      case ShardQuestion.Words words -> ValueBytes.of(words(words.ids()));
      case ShardQuestion.Written written -> ValueBytes.of(List.of(prepared.query().toString()));
      case ShardQuestion.Ordered ordered ->
          ShardOrder.of(prepared, results.result(scores, 1), ordered.most()).toBytes();
      case ShardQuestion.Column column -> ValueBytes.of(ShardColumns.of(prepared, column));
      case ShardQuestion.Explained explained -> ValueBytes.of(explained(explained.idOrPath()));
      case ShardQuestion.Ahead ahead ->
          ValueBytes.of(new ExplainSearch(prepared).ahead(ahead.hit(), ahead.outside()).value());
      default -> throw new IllegalStateException(question + " is not about hits");
    };
  }

  private List<Object> first(ShardQuestion.First asked) throws IOException {
    FieldDoc after = after(asked);
    if (asked.within().isEmpty()) {
      return List.of(first(query, asked, after));
    }
    List<Object> answers = new ArrayList<>();
    for (GroupCode group : asked.within()) {
      answers.add(first(within(group), asked, after));
    }
    return answers;
  }

  private @Nullable FieldDoc after(ShardQuestion.First asked) {
    FieldDoc after = asked.after();
    if (after == null) {
      return asked.continued() ? results.after() : null;
    }
    // No photo but that one itself is equal in all keys.
    return new FieldDoc(Math.max(0, reader.maxDoc() - 1), Float.NaN, after.fields);
  }

  private List<Object> first(Query of, ShardQuestion.First asked, @Nullable FieldDoc after)
      throws IOException {
    int most = Math.min(asked.most(), Math.max(1, searcher.count(of)));
    List<Object> candidates = new ArrayList<>();
    for (FieldDoc doc : new SortedHits(searcher, of, sort, after).next(most)) {
      candidates.add(candidate(doc, candidates.size() < asked.withTraits()).value());
    }
    return candidates;
  }

  private Query within(@Nullable GroupCode group) throws IOException {
    return group == null
        ? query
        : searcher.rewrite(SortedHits.within(query, group.group(1).filter()));
  }

  private ShardCandidate candidate(FieldDoc doc, boolean withTraits) throws IOException {
    return new ShardCandidate(
        Objects.requireNonNull(KeywordOrds.value(reader, Fields.ID, doc.doc)),
        doc.fields,
        doc.score,
        withTraits ? AlikeTraits.of(reader, doc.doc, prepared.model().field()) : AlikeTraits.NONE);
  }

  /**
   * All groups that may have photos elsewhere, too; of photos that are alone how many there are,
   * and the first.
   */
  private List<Object> heads(GroupBy by) throws IOException {
    Groups groups = Groups.of(searcher, query, sort, by);
    Query heads = SortedHits.within(query, groups.heads());
    FieldDoc after = results.after();
    int alone = 0;
    int shown = 0;
    List<Object> answers = new ArrayList<>();
    KeyOrder order = new KeyOrder(sort);
    for (FieldDoc head :
        new SortedHits(searcher, heads, sort, null).next(Math.max(1, groups.count()))) {
      boolean isAlone = groups.isAlone(head.doc);
      alone += isAlone ? 1 : 0;
      if (isAlone && (after != null && order.compare(head, after) <= 0)) {
        continue;
      }
      shown += isAlone ? 1 : 0;
      if (!isAlone || shown <= prepared.request().paging().limit() + 1) {
        answers.add(
            List.of(
                ShardQuestion.value(groups.codeOf(head.doc)),
                groups.photosOf(head.doc),
                candidate(head, false).value()));
      }
    }
    return List.of(alone, answers);
  }

  private List<Object> alike(ShardQuestion.Alike asked) throws IOException {
    Map<List<Object>, NearDuplicates> duplicates = new HashMap<>();
    List<int[]> found = new ArrayList<>();
    int count = 0;
    for (ShardQuestion.Compared compared : asked.photos()) {
      int[] alike = duplicates(duplicates, compared.within(), asked.cosine()).of(compared.photo());
      count += alike.length;
      if (count > MOST_ALIKE && !found.isEmpty()) {
        break;
      }
      found.add(alike);
    }
    return numbered(found);
  }

  private NearDuplicates duplicates(
      Map<List<Object>, NearDuplicates> known, @Nullable GroupCode group, float cosine)
      throws IOException {
    List<Object> key = group == null ? List.of() : List.of(group);
    NearDuplicates near = known.get(key);
    if (near == null) {
      Query among = within(group);
      near =
          new NearDuplicates(
              searcher,
              among,
              prepared.model().field(),
              cosine,
              new SortedHits(searcher, among, sort, null));
      known.put(key, near);
    }
    return near;
  }

  /** Each document once as a candidate, and the places of documents among these. */
  private List<Object> numbered(List<int[]> found) throws IOException {
    int[] docs = found.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    List<Object> candidates = new ArrayList<>();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (FieldDoc doc : among(DocSetQuery.of(reader, docs), docs.length)) {
      numbers.put(doc.doc, candidates.size());
      candidates.add(candidate(doc, candidates.size() < ALIKE_WITH_TRAITS).value());
    }
    List<int[]> places = new ArrayList<>();
    for (int[] alike : found) {
      places.add(Arrays.stream(alike).filter(numbers::containsKey).map(numbers::get).toArray());
    }
    return List.of(candidates, places);
  }

  private List<Object> traits(List<String> ids) throws IOException {
    List<Object> candidates = new ArrayList<>();
    for (FieldDoc doc : among(PhotoIds.query(ids), ids.size())) {
      candidates.add(candidate(doc, true).value());
    }
    return candidates;
  }

  /** Those of these documents that are hits, in their order. */
  private List<FieldDoc> among(Query these, int most) throws IOException {
    Query hits = searcher.rewrite(SortedHits.within(query, these));
    return most == 0 ? List.of() : new SortedHits(searcher, hits, sort, null).next(most);
  }

  private ShardResult shown(List<String> ids) throws IOException {
    return results.of(among(PhotoIds.query(ids), ids.size()));
  }

  /** Each photo that is here by its id, with its words. */
  private List<Object> words(List<String> ids) throws IOException {
    ExplainSearch explanations = new ExplainSearch(prepared);
    List<Object> answers = new ArrayList<>();
    for (FieldDoc doc : among(PhotoIds.query(ids), ids.size())) {
      answers.add(
          List.of(
              candidate(doc, false).id(),
              explanations.words(doc.doc).stream().map(ShareValues::value).toList()));
    }
    return answers;
  }

  /** The photo if it is here, and why its file could not be read if that is known. */
  private List<@Nullable Object> explained(String idOrPath) throws IOException {
    ExplainSearch explanations = new ExplainSearch(prepared);
    HeldPhoto photo = explanations.held(idOrPath);
    ExplainSearch.Failure failure = photo == null ? explanations.failure(idOrPath) : null;
    return Arrays.asList(
        photo == null ? null : photo.value(),
        failure == null ? null : Arrays.asList(failure.reason()));
  }
}
