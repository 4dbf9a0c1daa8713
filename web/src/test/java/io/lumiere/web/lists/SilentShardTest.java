package io.lumiere.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchResult;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.web.ApiClient;
import io.lumiere.web.PaintedArchive;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.DirectoryIndex;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.archives.SearchedIndex;
import io.lumiere.web.search.PhotoApi;
import io.lumiere.web.search.Searches;
import io.lumiere.workspace.Home;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and explanations where a part of the photos cannot be searched. */
class SilentShardTest {
  private static final String MISSING = "1 of 2 shards did not answer, so photos are missing";

  @TempDir Path folder;
  private final Lists lists = new Lists();
  private Archives archives;
  private Searches searches;
  private ApiClient api;

  /** A directory that is one of two shards; the other does not answer. */
  private record HalfIndex(DirectoryIndex index) implements SearchedIndex {
    @Override
    public String toString() {
      return index.toString();
    }

    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }

    @Override
    public Path lists() {
      return index.lists();
    }

    @Override
    public IndexMetadata metadata() {
      return index.metadata();
    }

    @Override
    public OpenSearch open(EmbeddingModel model, @Nullable DualEncoder encoder, Home home) {
      OpenSearch whole = index.open(model, encoder, home);
      return new OpenSearch(half(whole.finder()), whole.whenClosed());
    }

    private static PhotoFinder half(PhotoFinder finder) {
      return (PhotoFinder)
          Proxy.newProxyInstance(
              PhotoFinder.class.getClassLoader(),
              new Class<?>[] {PhotoFinder.class},
              (proxy, method, arguments) -> {
                try {
                  return half(method.invoke(finder, arguments), arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    private static Object half(Object answer, Object @Nullable [] arguments) {
      boolean isLess =
          answer instanceof List<?> found
              && arguments != null
              && arguments[0] instanceof List<?> ids
              && found.size() < ids.size();
      if (isLess || (answer instanceof Optional<?> found && found.isEmpty())) {
        throw new LumiereException(MISSING);
      }
      return switch (answer) {
        case PhotoExplanation explanation -> explanation.partly(MISSING);
        case SearchResult result -> partly(result);
        default -> answer;
      };
    }
  }

  private static SearchResult partly(SearchResult result) {
    return new SearchResult(
        result.hits(),
        result.total(),
        result.next(),
        result.coverage(),
        result.facets(),
        result.histogram(),
        result.groups(),
        result.cutoff(),
        result.likely(),
        result.suggestions(),
        result.notes(),
        MISSING,
        result.took());
  }

  @BeforeEach
  void open() {
    PaintedArchive painted = new PaintedArchive(folder);
    painted.index("a/lake.png", "b/sea.png");
    archives = new Archives(painted.home(), new HalfIndex(new DirectoryIndex(painted.index())));
    searches = new Searches(archives, lists);
    api = new ApiClient(new ListsApi(archives, lists, searches), new PhotoApi(searches));
  }

  @AfterEach
  void close() {
    api.close();
    searches.close();
    archives.close();
  }

  @Test
  void aListWithASilentPhotoHasTheCoverOfTheFirstThatIsThere() throws Exception {
    OpenArchive archive = archives.open((String) null);
    KeptPhoto sea = KeptPhoto.of(archive.search().find("b/sea.png").orElseThrow());
    KeptPhoto silent = new KeptPhoto("silent", "c/silent.png", "0".repeat(64));
    PhotoList kept = new PhotoList("x", "Sea", PhotoList.Kind.ALBUM, List.of(silent, sea));
    lists.change(archive, none -> new KeptLists(1, List.of(kept), List.of()));
    JsonNode list = api.get("/lists").json().path("lists").get(0);
    assertThat(list.path("cover").asText()).isEqualTo(sea.id());
  }

  @Test
  void aPhotoThatNoShardHasIsSaidToBeLookedForInPart() throws Exception {
    ApiClient.Answer why = api.get("/why?q=lake&path=no/such.png");
    assertThat(why.status()).describedAs("%s", why.json()).isEqualTo(200);
    assertThat(why.json().path("partial").asText()).isEqualTo(MISSING);
    assertThat(why.json().path("id").isNull()).isTrue();
    assertThat(why.json().path("reasons").toString()).doesNotContain("next indexing");
  }
}
