package io.lumiere.workspace.search;

import io.lumiere.base.LumiereException;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.FeedbackPhoto;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SilentShardException;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.explain.PhotoOutcome;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.PhotoReference;
import io.lumiere.query.language.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The photos that a person names: one of the index by its id, its path there or where its file is,
 * else, on the person's own machine, any picture's file. Pictures are encoded once. Not
 * thread-safe.
 */
public final class NamedPhotos {
  private final PhotoFinder search;
  private final Path archive;

  /** Null where only photos of the index may be named. */
  private final @Nullable Supplier<DualEncoder> encoder;

  private final Map<String, float[]> encoded = new HashMap<>();

  /**
   * The photos of a search.
   *
   * @param encoder gives the model, asked only if there is a picture that the index does not hold
   */
  public NamedPhotos(PhotoFinder search, Supplier<DualEncoder> encoder) {
    this(encoder, search);
  }

  private NamedPhotos(@Nullable Supplier<DualEncoder> encoder, PhotoFinder search) {
    this.search = search;
    this.archive = Path.of(search.metadata().archive());
    this.encoder = encoder;
  }

  /**
   * The photos of the index alone: for who asks from elsewhere, and may not open files by their
   * names or find out which there are.
   */
  public static NamedPhotos ofIndex(PhotoFinder search) {
    return new NamedPhotos(null, search);
  }

  /**
   * What the index knows a photo by: its id where that was given, as photos of several archives may
   * be at one path, else its path. Empty if the index has no photo of that name, or if a part of it
   * that may have it does not answer and there is such a file, which shows the same.
   */
  public Optional<String> nameInIndex(String name) {
    try {
      return search
          .find(name)
          .map(photo -> photo.id().equals(name) ? name : photo.file().path())
          .or(() -> file(name).map(this::pathInArchive).flatMap(search::findPath));
    } catch (SilentShardException e) {
      if (isFile(name)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Likes, or unlikes, a photo. */
  public void mark(SearchRequestBuilder request, String name, double weight, boolean isLiked) {
    Optional<String> known = nameInIndex(name);
    FeedbackPhoto photo;
    if (known.isPresent()) {
      photo =
          isLiked
              ? FeedbackPhoto.liked(known.get(), weight)
              : FeedbackPhoto.unliked(known.get(), weight);
    } else {
      float[] picture = vector(name);
      photo =
          isLiked ? FeedbackPhoto.liked(picture, weight) : FeedbackPhoto.unliked(picture, weight);
    }
    request.target(target -> target.feedback(photo));
  }

  /**
   * Searches for what a person wrote; the photos that it names are resolved.
   *
   * @throws io.lumiere.query.language.QuerySyntaxException if one of them is not there
   */
  public void query(SearchRequestBuilder request, ParsedQuery parsed) {
    List<Problem> problems = new ArrayList<>();
    for (PhotoReference photo : parsed.interpretation().similar()) {
      if (nameInIndex(photo.photo()).isEmpty() && !isFile(photo.photo())) {
        problems.add(
            photo.problem(
                missing(photo.photo()),
                search.nearestPath(photo.photo()).map(NamedPhotos::written).orElse(null)));
      }
    }
    ParsedQuery found = parsed.with(problems).orThrow();
    Map<String, float[]> pictures = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (PhotoReference photo : found.interpretation().similar()) {
      String name = photo.photo();
      nameInIndex(name)
          .ifPresentOrElse(known -> names.put(name, known), () -> pictures.put(name, vector(name)));
    }
    request.query(found, names, pictures);
  }

  /** Why a photo is a hit, or is none; what the index does not hold is looked for as a file. */
  public PhotoExplanation explain(PhotoFinder index, SearchRequest request, String name) {
    PhotoExplanation explanation = index.explain(request, name);
    String path = file(name).map(this::pathInArchive).orElse(name);
    if (explanation.outcome() == PhotoOutcome.NOT_IN_INDEX && !path.equals(name)) {
      explanation = index.explain(request, path);
    }
    // Where not all were searched, it may be indexed: what is missing is said of it instead.
    return explanation.outcome() == PhotoOutcome.NOT_IN_INDEX && explanation.missing() == null
        ? explanation.because(whereItsFileIs(name))
        : explanation;
  }

  private String whereItsFileIs(String name) {
    if (encoder == null) { // Whoever asks from elsewhere learns nothing of the disk.
      return "if its file is in the archive, the next indexing takes it in";
    }
    boolean isInArchive =
        file(name)
            .map(this::pathInArchive)
            .map(archive::resolve)
            .map(Path::normalize)
            .filter(path -> path.startsWith(archive))
            .filter(Files::isRegularFile)
            .isPresent();
    if (isInArchive) {
      return "its file is in the archive, but was added after the last indexing or is of a kind"
          + " that is not indexed: the next indexing of "
          + archive
          + " takes in what is new";
    }
    return isFile(name)
        ? "its file is outside of the archive that the index is of, " + archive
        : "there is no such file in the archive " + archive + " either";
  }

  /** The file's path in the archive, if it lies there; else the path as it was given. */
  private String pathInArchive(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path relative =
        absolute.startsWith(archive)
            ? archive.relativize(absolute)
            : pathBehindLinks(absolute).orElseGet(file::normalize);
    return relative.toString().replace('\\', '/');
  }

  /** The same where a link leads to the archive, and a file is named by the folder behind it. */
  private Optional<Path> pathBehindLinks(Path file) {
    Path folder = file.getParent();
    if (folder == null || encoder == null) { // Nobody elsewhere learns what links there are.
      return Optional.empty();
    }
    try {
      Path real = archive.toRealPath();
      Path found = folder.toRealPath().resolve(file.getFileName());
      return found.startsWith(real) ? Optional.of(real.relativize(found)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // One of them is not there.
    }
  }

  private float[] vector(String name) {
    Supplier<DualEncoder> model = encoder;
    if (model == null || !isFile(name)) {
      String missing = missing(name);
      throw new LumiereException(
          search
              .nearestPath(name)
              .map(path -> missing + "; did you mean " + path + "?")
              .orElse(missing));
    }
    return encoded.computeIfAbsent(name, file -> QueryImage.encode(Path.of(file), model.get()));
  }

  private String missing(String name) {
    return "there is no photo '"
        + name
        + "' in the index"
        + (encoder == null ? "" : ", and no such file");
  }

  private static String written(String path) {
    return "similar:" + (path.contains(" ") ? "\"" + path + "\"" : path);
  }

  private boolean isFile(String name) {
    return encoder != null && file(name).filter(Files::isRegularFile).isPresent();
  }

  private static Optional<Path> file(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
