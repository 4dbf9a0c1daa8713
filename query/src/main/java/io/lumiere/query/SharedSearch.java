package io.lumiere.query;

import io.lumiere.base.LumiereException;
import io.lumiere.query.ShardResult.ShardHit;
import io.lumiere.query.completion.Completion;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.WordShare;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetChoice;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.facet.SharedCounts;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.spelling.Suggestion;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Searches several directories as one, wherever they are: makes a result of what each of them
 * found. Thread-safe if what asks them is.
 */
public final class SharedSearch implements PhotoFinder {
  /** So many photos are asked for at once: some megabytes. */
  static final int AT_ONCE = 1_000;

  private final Directories directories;
  private final IndexMetadata metadata;
  private final IndexedModel model;
  private final Directions directions;
  private final Predicate<String> isWord;
  private final int mostOrdered;

  /** The state of the directories that was seen last. */
  private final AtomicLong state = new AtomicLong();

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
    this(directories, metadata, model, encoder, calibration, SharedOrderSearch.MOST);
  }

  /**
   * A search.
   *
   * @param mostOrdered how many hits an order has at most
   */
  SharedSearch(
      Directories directories,
      IndexMetadata metadata,
      IndexedModel model,
      @Nullable TextEncoder encoder,
      Calibration calibration,
      int mostOrdered) {
    this.directories = directories;
    this.metadata = metadata;
    this.model = model;
    this.directions = new Directions(encoder, calibration, model);
    this.isWord = encoder == null ? word -> false : encoder::knows;
    this.mostOrdered = mostOrdered;
  }

  /** Asks all directories. */
  public interface Directories {
    /** Asks them in all stages of {@link ShardSearch}. */
    Answers ask(SharedRequest request);

    /** Asks them about their hits of a request: {@link ShardSearch#answer}. */
    Said ask(SharedRequest request, ShardQuestion question);
  }

  /**
   * What directories found.
   *
   * @param results of each, or one of all
   * @param missing says what did not answer; null where all did
   */
  public record Answers(List<ShardResult> results, @Nullable String missing) {
    public Answers {
      results = List.copyOf(results);
    }

    /** All as one. */
    ShardResult merged(SearchRequest request) {
      ResultGathering all = new ResultGathering(request, results.size());
      for (ShardResult result : results) {
        all.add(all.size(), result, true);
      }
      return all.result();
    }
  }

  /**
   * What directories said.
   *
   * @param answers as {@link ShardSearch#answer} gave them
   * @param missing as in {@link Answers}
   * @param silent which did not answer, by any names; none where all did
   */
  public record Said(List<byte[]> answers, @Nullable String missing, Set<String> silent) {
    public Said {
      answers = List.copyOf(answers);
      silent = Set.copyOf(silent);
    }
  }

  @Override
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
   * @throws LumiereException as {@link PhotoSearch#search}, or if the request has a part that
   *     cannot be asked of several directories
   */
  @Override
  public SearchResult search(SearchRequest request) {
    long started = System.nanoTime();
    // First what the request searches for, then its page, as in one directory.
    SharedRequest shared = shared(request);
    PageToken after = request.paging().after();
    if (after != null) {
      request.paging().order().require(after);
      after.requireModel(request, model);
    }
    return result(request, shared, started);
  }

  @Override
  public List<PhotoExplanation> explain(SearchRequest request, List<Hit> hits) {
    Map<String, List<WordShare>> words =
        hits.isEmpty()
            ? Map.of()
            : questions(request).words(hits.stream().map(hit -> hit.photo().id()).toList());
    return hits.stream()
        .map(hit -> PhotoOutcomes.of(hit, words.getOrDefault(hit.photo().id(), List.of())))
        .toList();
  }

  @Override
  public String luceneQuery(SearchRequest request) {
    return questions(request).values(new ShardQuestion.Written()).getFirst().text(0);
  }

  private SharedQuestions questions(SearchRequest request) {
    return new SharedQuestions(directories, shared(request));
  }

  /** Asks for the vectors of photos that the request names. */
  private SharedRequest shared(SearchRequest request) {
    return SharedRequest.of(request, directions, name -> ofAllPhotos().vector(name));
  }

  /** As {@link PhotoFinder#order}; the first million hits, where there are more. */
  @Override
  public ResultOrder order(SearchRequest request) {
    // A page of no hits would be cut off in another place: its hits are counted alone.
    SearchRequest all = request.firstPage(Math.min(1, request.paging().limit()));
    SharedRequest shared = shared(all);
    List<String> missing = new ArrayList<>();
    List<Suggestion> suggestions = suggestions(all, missing);
    ResultOrder order =
        new SharedOrderSearch(
                all,
                directions.calibration(),
                () -> new SharedQuestions(directories, shared),
                this::ofAllPhotos,
                mostOrdered)
            .order(suggestions, missing.isEmpty() ? null : missing.getFirst());
    state.set(order.generation());
    return order;
  }

  /** Questions about photos, whatever is searched for. */
  private SharedQuestions ofAllPhotos() {
    return questions(SearchRequest.builder().limit(0).build());
  }

  @Override
  public PhotoExplanation explain(SearchRequest request, String idOrPath) {
    return new SharedExplainSearch(questions(request), new PhotoOutcomes(request, model))
        .of(idOrPath);
  }

  @Override
  public List<Completion> complete(String text, int caret) {
    try {
      return SharedTerms.complete(ofAllPhotos(), text, caret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long generation() {
    return state.get();
  }

  @Override
  public boolean refresh() {
    long now = ofAllPhotos().state();
    return state.getAndSet(now) != now;
  }

  /** True: it is looked for when an order is made, and not afterwards. */
  @Override
  public boolean hasFoundAlike() {
    return true;
  }

  @Override
  public Optional<Photo> find(String idOrPath) {
    SharedQuestions asked = ofAllPhotos();
    Optional<Photo> found = asked.named(idOrPath);
    if (found.isEmpty()) {
      asked.requireNoneSilentBut(Set.of());
    }
    return found;
  }

  @Override
  public List<Photo> findAll(List<String> ids) {
    List<Photo> found = new ArrayList<>();
    for (int start = 0; start < ids.size(); start += AT_ONCE) {
      found.addAll(some(ids.subList(start, Math.min(start + AT_ONCE, ids.size()))));
    }
    return found;
  }

  private List<Photo> some(List<String> ids) {
    SharedQuestions asked = ofAllPhotos();
    Map<String, Photo> photos = new HashMap<>();
    asked.identified(ids).forEach(photo -> photos.put(photo.id(), photo));
    List<Photo> found = ids.stream().map(photos::get).filter(Objects::nonNull).toList();
    if (found.size() < ids.size()) {
      asked.requireNoneSilentBut(Set.of());
    }
    return found;
  }

  @Override
  public Optional<float[]> findVector(String idOrPath) {
    return Optional.ofNullable(ofAllPhotos().vector(idOrPath)).filter(vector -> vector.length > 0);
  }

  @Override
  public Optional<String> findPath(String idOrPath) {
    return find(idOrPath).map(photo -> photo.file().path());
  }

  @Override
  public Optional<String> nearestPath(String path) {
    return SharedExplainSearch.nearest(ofAllPhotos(), path);
  }

  private SearchResult result(SearchRequest request, SharedRequest shared, long started) {
    Answers answers = directories.ask(shared);
    ShardResult found = answers.merged(request);
    CutoffReport cut = found.scores() == null ? null : found.scores().automatic();
    CutoffReport likely = request.view().isCutMarked() ? cut : null;
    List<String> missing = new ArrayList<>();
    addMissing(answers.missing(), missing);
    SharedQuestions questions = new SharedQuestions(directories, shared);
    Page page = page(request, questions, found, likely == null ? 0 : likely.least());
    addMissing(questions.missing(), missing);
    FacetSearch.Counted counted = counted(request, found, missing);
    return new SearchResult(
        page.hits(),
        found.total(),
        page.next(),
        new Coverage(model, found.photos(), found.withVector()),
        counted.facets(),
        counted.histogram(),
        page.groups(),
        request.cutoff() instanceof Cutoff.Automatic ? cut : null,
        likely,
        suggestions(request, missing),
        found.notes(),
        missing.isEmpty() ? null : missing.getFirst(),
        Duration.ofNanos(System.nanoTime() - started));
  }

  /**
   * What was likely meant; nothing where that cannot be asked, as photos are found all the same.
   *
   * @param missing gets what did not answer
   */
  private List<Suggestion> suggestions(SearchRequest request, List<String> missing) {
    SharedQuestions words = ofAllPhotos();
    try {
      return SharedWords.suggest(request, words, isWord);
    } catch (LumiereException e) {
      missing.add("no other spelling was looked for: " + e.getMessage());
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      addMissing(words.missing(), missing);
    }
  }

  private static void addMissing(@Nullable String said, List<String> missing) {
    if (said != null) {
      missing.add(said);
    }
  }

  private Page page(
      SearchRequest request, SharedQuestions questions, ShardResult found, float likely) {
    if (request.view().arrangement().isPlain()) {
      return page(request, found.hits(), likely);
    }
    try {
      return new SharedPageSearch(
              request, model, directions.calibration(), questions, found.hits(), likely)
          .page();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Page page(SearchRequest request, List<ShardHit> found, float likely) {
    int limit = request.paging().limit();
    PageToken after = request.paging().after();
    int rank = after == null ? 0 : after.rank();
    List<Hit> hits = new ArrayList<>();
    for (ShardHit hit : found.subList(0, Math.min(limit, found.size()))) {
      hits.add(SharedPageSearch.hit(hit, ++rank, null, List.of(), likely));
    }
    return new Page(
        hits,
        found.size() <= limit || hits.isEmpty()
            ? null
            : PageToken.at(request, model, found.get(limit - 1).sorted(), hits.getLast(), rank),
        0);
  }

  /**
   * The counts.
   *
   * @param missing gets what did not answer to searches of their own
   */
  private FacetSearch.Counted counted(
      SearchRequest request, ShardResult found, List<String> missing) {
    FacetSearch wanted = request.view().counted();
    SharedCounts counts = found.counts();
    if (wanted.isEmpty() || counts == null) {
      return new FacetSearch.Counted(0, List.of(), null);
    }
    FacetSearch.Counted counted = counts.counted(wanted, metadata.models().all());
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
    Answers answers = directories.ask(shared(without));
    addMissing(answers.missing(), missing);
    return counted(without, answers.merged(without), missing).facets().getFirst();
  }
}
