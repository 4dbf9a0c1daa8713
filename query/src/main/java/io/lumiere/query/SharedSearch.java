package io.lumiere.query;

import io.lumiere.query.ShardResult.ShardHit;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.WordShare;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetChoice;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.facet.SharedCounts;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/**
 * Searches several directories as one, wherever they are: makes a result of what each of them
 * found. Thread-safe if what asks them is.
 */
public final class SharedSearch implements PhotoFinder {
  private final Directories directories;
  private final IndexMetadata metadata;
  private final IndexedModel model;
  private final Directions directions;

  /**
   * A search.
   *
   * @param metadata of all directories
   * @param model whose vectors are compared
   * @param encoder runs this model; null where texts are searched for in words only
   */
  public SharedSearch(
      Directories directories,
      IndexMetadata metadata,
      IndexedModel model,
      @Nullable TextEncoder encoder,
      Calibration calibration) {
    this.directories = directories;
    this.metadata = metadata;
    this.model = model;
    this.directions = new Directions(encoder, calibration, model);
  }

  /** Asks all directories. */
  public interface Directories extends SharedRequest.NamedVectors {
    /** Asks them in all stages of {@link ShardSearch}. */
    Answers ask(SharedRequest request);

    /** Asks them about their hits of a request: {@link ShardSearch#answer}. */
    Said ask(SharedRequest request, ShardQuestion question);

    /** The path of the photo with this id or, failing that, this path; null if there is none. */
    @Nullable String path(String idOrPath);
  }

  /**
   * What directories found.
   *
   * @param missing says what did not answer; null where all did
   */
  public record Answers(List<ShardResult> results, @Nullable String missing) {
    public Answers {
      results = List.copyOf(results);
    }
  }

  /**
   * What directories said.
   *
   * @param answers as {@link ShardSearch#answer} gave them
   * @param missing as in {@link Answers}
   */
  public record Said(List<byte[]> answers, @Nullable String missing) {
    public Said {
      answers = List.copyOf(answers);
    }
  }

  /** The model whose vectors are compared. */
  public IndexedModel model() {
    return model;
  }

  /** What the directories say of themselves. */
  @Override
  public IndexMetadata metadata() {
    return metadata;
  }

  /**
   * Finds photos, as {@link PhotoSearch#search} would in one directory of all of them.
   *
   * @throws IllegalArgumentException as {@link PhotoSearch#search}
   * @throws io.lumiere.base.LumiereException as {@link PhotoSearch#search}, or if the request has a
   *     part that cannot be asked of several directories
   */
  @Override
  public SearchResult search(SearchRequest request) {
    long started = System.nanoTime();
    PageToken after = request.paging().after();
    if (after != null) {
      request.paging().order().require(after);
      after.requireModel(request, model);
    }
    SharedRequest shared = SharedRequest.of(request, directions, directories);
    return result(request, shared, started);
  }

  @Override
  public List<PhotoExplanation> explain(SearchRequest request, List<Hit> hits) {
    Map<String, List<WordShare>> words =
        hits.isEmpty()
            ? Map.of()
            : questions(request).words(hits.stream().map(hit -> hit.photo().id()).toList());
    return hits.stream()
        .map(hit -> ExplainSearch.of(hit, words.getOrDefault(hit.photo().id(), List.of())))
        .toList();
  }

  @Override
  public String luceneQuery(SearchRequest request) {
    return questions(request).values(new ShardQuestion.Written()).getFirst().text(0);
  }

  private SharedQuestions questions(SearchRequest request) {
    return new SharedQuestions(directories, SharedRequest.of(request, directions, directories));
  }

  @Override
  public Optional<String> findPath(String idOrPath) {
    return Optional.ofNullable(directories.path(idOrPath));
  }

  /** None: which path comes nearest is not asked of several directories. */
  @Override
  public Optional<String> nearestPath(String path) {
    return Optional.empty();
  }

  private SearchResult result(SearchRequest request, SharedRequest shared, long started) {
    Answers answers = directories.ask(shared);
    List<ShardResult> results = answers.results();
    CutoffReport cut = likely(results);
    CutoffReport likely = request.view().isCutMarked() ? cut : null;
    List<String> missing = new ArrayList<>();
    addMissing(answers.missing(), missing);
    SharedQuestions questions = new SharedQuestions(directories, shared);
    Page page = page(request, questions, results, likely == null ? 0 : likely.least());
    addMissing(questions.missing(), missing);
    FacetSearch.Counted counted = counted(request, results, missing);
    return new SearchResult(
        page.hits(),
        results.stream().mapToInt(ShardResult::total).sum(),
        page.next(),
        new Coverage(
            model,
            results.stream().mapToInt(ShardResult::photos).sum(),
            results.stream().mapToInt(ShardResult::withVector).sum()),
        counted.facets(),
        counted.histogram(),
        page.groups(),
        request.cutoff() instanceof Cutoff.Automatic ? cut : null,
        likely,
        List.of(),
        results.stream().flatMap(result -> result.notes().stream()).distinct().toList(),
        missing.isEmpty() ? null : missing.getFirst(),
        Duration.ofNanos(System.nanoTime() - started));
  }

  private static void addMissing(@Nullable String said, List<String> missing) {
    if (said != null) {
      missing.add(said);
    }
  }

  private static @Nullable CutoffReport likely(List<ShardResult> results) {
    return FusedScores.automatic(
        results.stream().map(ShardResult::scores).filter(Objects::nonNull).toList());
  }

  private Page page(
      SearchRequest request, SharedQuestions questions, List<ShardResult> results, float likely) {
    if (request.view().arrangement().isPlain()) {
      return page(request, results, likely);
    }
    List<ShardHit> known = results.stream().flatMap(part -> part.hits().stream()).toList();
    try {
      return new SharedPageSearch(
              request, model, directions.calibration(), questions, known, likely)
          .page();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first hits of all parts, in the order of the request. */
  private Page page(SearchRequest request, List<ShardResult> results, float likely) {
    int limit = request.paging().limit();
    PageToken after = request.paging().after();
    int rank = after == null ? 0 : after.rank();
    ScoreDoc[] docs = merged(request.paging().order().sort(), limit + 1, results);
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc doc : docs) {
      if (hits.size() < limit) {
        ShardHit hit = results.get(doc.shardIndex).hits().get(doc.doc);
        hits.add(SharedPageSearch.hit(hit, ++rank, null, List.of(), likely));
      }
    }
    return new Page(
        hits,
        docs.length <= limit || hits.isEmpty()
            ? null
            : PageToken.at(request, model, (FieldDoc) docs[limit - 1], hits.getLast(), rank),
        0);
  }

  private static ScoreDoc[] merged(Sort sort, int most, List<ShardResult> results) {
    if (results.isEmpty()) {
      return new ScoreDoc[0];
    }
    TopFieldDocs[] all = new TopFieldDocs[results.size()];
    for (int shard = 0; shard < all.length; shard++) {
      List<ShardHit> hits = results.get(shard).hits();
      FieldDoc[] docs = new FieldDoc[hits.size()];
      for (int i = 0; i < docs.length; i++) {
        docs[i] = new FieldDoc(i, hits.get(i).score(), hits.get(i).keys(), shard);
      }
      all[shard] =
          new TopFieldDocs(
              new TotalHits(docs.length, TotalHits.Relation.EQUAL_TO), docs, sort.getSort());
    }
    return TopDocs.merge(sort, most, all).scoreDocs;
  }

  /**
   * The counts.
   *
   * @param missing gets what did not answer to searches of their own
   */
  private FacetSearch.Counted counted(
      SearchRequest request, List<ShardResult> results, List<String> missing) {
    FacetSearch wanted = request.view().counted();
    List<SharedCounts> counts =
        results.stream().map(ShardResult::counts).filter(Objects::nonNull).toList();
    if (wanted.isEmpty() || counts.isEmpty()) {
      return new FacetSearch.Counted(0, List.of(), null);
    }
    FacetSearch.Counted counted =
        SharedCounts.merged(counts).counted(wanted, metadata.models().all());
    List<FacetCounts> facets = new ArrayList<>();
    for (FacetCounts facet : counted.facets()) {
      FacetChoice choice = request.choiceOf(facet.facet());
      facets.add(choice == null ? facet : sideways(request, facet.facet(), choice, missing));
    }
    return new FacetSearch.Counted(counted.hits(), facets, counted.histogram());
  }

  /** Counts without the choice of the facet's own values, in a search of its own. */
  private FacetCounts sideways(
      SearchRequest request, Facet facet, FacetChoice choice, List<String> missing) {
    FacetSearch alone = request.view().counted().of(facet, choice);
    SearchRequest without = request.countedWithout(choice, alone).firstPage(0);
    Answers answers = directories.ask(SharedRequest.of(without, directions, directories));
    addMissing(answers.missing(), missing);
    return counted(without, answers.results(), missing).facets().getFirst();
  }
}
