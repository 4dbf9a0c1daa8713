package io.lumiere.query;

import io.lumiere.query.ShardResult.ShardHit;
import io.lumiere.query.alike.Collapse;
import io.lumiere.query.alike.Diversity;
import io.lumiere.query.group.Group;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.group.GroupCode;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * Gets one page of hits of several directories that are grouped, shown once or in a diverse order,
 * as {@link PageSearch} gets it of one. Not thread-safe.
 */
final class SharedPageSearch {
  private final SearchRequest request;
  private final IndexedModel model;
  private final Calibration calibration;
  private final SharedQuestions questions;
  private final Arrangement arrangement;
  private final KeyOrder order;
  private final SharedHits hits;
  private final int limit;
  private final float likely;
  private final Map<String, ShardHit> read = new HashMap<>();

  /**
   * A search.
   *
   * @param model whose vectors are compared
   * @param known hits that the directories have sent
   * @param likely the least score of likely matches
   */
  SharedPageSearch(
      SearchRequest request,
      IndexedModel model,
      Calibration calibration,
      SharedQuestions questions,
      List<ShardHit> known,
      float likely) {
    this.request = request;
    this.model = model;
    this.calibration = calibration;
    this.questions = questions;
    this.arrangement = request.view().arrangement();
    this.order = new KeyOrder(request.paging().order().sort());
    this.hits = new SharedHits(questions, order);
    this.limit = request.paging().limit();
    this.likely = likely;
    known.forEach(this::keep);
  }

  private void keep(ShardHit hit) {
    read.put(hit.stored().get(Fields.ID), hit);
  }

  /**
   * A hit of the page before its photo is read.
   *
   * @param isEnd whether a page may end with it: of groups with the best hit of one
   */
  private record Placed(FieldDoc doc, @Nullable Group group, List<String> alike, boolean isEnd) {}

  /** Gets the page. */
  Page page() throws IOException {
    return arrangement.groupBy() == null ? plain() : grouped(arrangement.groupBy());
  }

  private Page plain() throws IOException {
    PageToken after = request.paging().after();
    ShownHits shown;
    if (arrangement.lambda() == null) {
      shown = shown(hits.new Listed(after != null, true, null), order, null);
    } else {
      SharedDiverseHits diverse = diverse(arrangement.lambda());
      shown = shown(diverse, diverse.order(), null);
    }
    List<FieldDoc> docs = shown.first(limit + 1);
    List<Placed> placed = new ArrayList<>();
    for (FieldDoc doc : docs.subList(0, Math.min(docs.size(), limit))) {
      placed.add(new Placed(doc, null, hits.ids(shown.hiddenBehind(doc)), true));
    }
    return page(placed, docs.size() > limit, 0);
  }

  private SharedDiverseHits diverse(double lambda) {
    PageToken after = request.paging().after();
    SharedDiverseHits diverse =
        new SharedDiverseHits(hits, new Diversity(lambda, calibration.image()), order, limit + 1);
    return after == null ? diverse : diverse.startAfter(after);
  }

  private ShownHits shown(
      HitPages of, Comparator<FieldDoc> shownOrder, @Nullable GroupCode within) {
    return new ShownHits(
        of,
        arrangement.collapses()
            ? new Collapse(
                new SharedAlikeHits(
                    questions, hits, arrangement.alike(calibration), shownOrder, within))
            : null);
  }

  private Page grouped(GroupBy by) throws IOException {
    SharedGroups groups = SharedGroups.of(questions, hits, by, order);
    PageToken token = request.paging().after();
    FieldDoc after = token == null ? null : request.paging().order().after(token, token.key(), 0);
    List<SharedGroups.Headed> heads = groups.first(limit + 1, after);
    List<SharedGroups.Headed> ofPage = heads.subList(0, Math.min(heads.size(), limit));
    Map<GroupCode, List<FieldDoc>> firsts = firsts(ofPage);
    List<Placed> placed = new ArrayList<>();
    for (SharedGroups.Headed headed : ofPage) {
      placed.addAll(inGroup(headed, firsts.get(headed.code())));
    }
    return page(placed, heads.size() > limit, groups.count());
  }

  /** The first hits of the groups of which more than the best one is looked at. */
  private Map<GroupCode, List<FieldDoc>> firsts(List<SharedGroups.Headed> groups) {
    List<GroupCode> wanted =
        groups.stream().filter(this::isLookedInto).map(SharedGroups.Headed::code).toList();
    Map<GroupCode, List<FieldDoc>> firsts = new HashMap<>();
    if (!wanted.isEmpty()) {
      int most = arrangement.hitsPerGroup();
      List<List<FieldDoc>> lists =
          hits.first(
              new ShardQuestion.First(
                  most, false, null, arrangement.collapses() ? most : 0, wanted));
      for (int i = 0; i < wanted.size(); i++) {
        firsts.put(wanted.get(i), lists.get(i));
      }
    }
    return firsts;
  }

  private boolean isLookedInto(SharedGroups.Headed group) {
    return group.photos() > 1 && (arrangement.hitsPerGroup() > 1 || arrangement.collapses());
  }

  private List<Placed> inGroup(SharedGroups.Headed headed, @Nullable List<FieldDoc> first)
      throws IOException {
    Group group = headed.group();
    if (first == null) {
      return List.of(new Placed(headed.head(), group, List.of(), true));
    }
    int most = arrangement.hitsPerGroup();
    SharedHits.Listed list =
        hits.new Listed(false, arrangement.collapses(), headed.code()).startingWith(first, most);
    ShownHits shown = shown(list, order, headed.code());
    List<Placed> placed = new ArrayList<>();
    for (FieldDoc doc : shown.first(most)) {
      boolean isHead = doc.doc == headed.head().doc;
      placed.add(new Placed(doc, group, hits.ids(shown.hiddenBehind(doc)), isHead));
    }
    return placed;
  }

  /** The photo with which the page ends. */
  private record End(FieldDoc doc, Hit hit) {}

  /**
   * Makes the page. A photo that has gone meanwhile, or whose directory is silent now, is left out.
   * The next page begins after the last one that may end this page and was read: so the photos
   * behind it are found there, and a group whose best hit was not read is there once more.
   *
   * @param isContinued whether more hits follow
   */
  private Page page(List<Placed> placed, boolean isContinued, int groups) {
    read(placed);
    PageToken after = request.paging().after();
    int rank = after == null ? 0 : after.rank();
    List<Hit> all = new ArrayList<>();
    End end = null;
    for (Placed hit : placed) {
      ShardHit found = read.get(id(hit));
      if (found != null) {
        all.add(hit(found, ++rank, hit.group(), hit.alike(), likely));
        end = hit.isEnd() ? new End(hit.doc(), all.getLast()) : end;
      }
    }
    return new Page(
        all,
        isContinued && end != null
            ? PageToken.at(request, model, end.doc(), end.hit(), rank)
            : null,
        groups);
  }

  private String id(Placed hit) {
    return hits.get(hit.doc().doc).id();
  }

  private void read(List<Placed> placed) {
    List<String> missing =
        placed.stream().map(this::id).filter(id -> !read.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      questions.shown(missing).forEach(this::keep);
    }
  }

  /**
   * A hit of the result.
   *
   * @param likely the least score of likely matches
   */
  static Hit hit(
      ShardHit found, int rank, @Nullable Group group, List<String> alike, float likely) {
    return new Hit(
        rank,
        found.score(),
        found.similarity(),
        PhotoDocuments.fromDocument(found.stored()),
        found.legs(),
        StoredVectors.NONE,
        found.highlights(),
        group,
        alike,
        found.score() < likely);
  }
}
