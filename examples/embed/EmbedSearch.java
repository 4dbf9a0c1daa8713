import io.lumiere.query.Hit;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import java.nio.file.Path;

/**
 * Embeds a photo search in an application with lumiere-query and what it needs on its class path
 * (lumiere-schema, lucene-core, lucene-analysis-common and -icu, icu4j), and no native code: photos
 * of a year by the words of their names and captions, then those that look like the best of them.
 * An application that has a model opens the index by {@code PhotoSearch.open(index, model,
 * encoder)}, and the same request finds photos by what they show, too.
 *
 * <pre>java -cp 'lib/*' EmbedSearch.java INDEX TEXT YEAR</pre>
 */
public final class EmbedSearch {
  public static void main(String[] args) {
    try (PhotoSearch search = PhotoSearch.open(Path.of(args[0]))) {
      SearchRequestBuilder request = SearchRequest.builder().year(Integer.parseInt(args[2]));
      for (Hit hit : search.search(request.text(args[1]).limit(5).build()).hits()) {
        System.out.printf("%d %.3f %s%n", hit.rank(), hit.score(), hit.photo().file().path());
        SearchRequest likes = SearchRequest.builder().like(hit.photo().id()).limit(5).build();
        search
            .search(likes)
            .hits()
            .forEach(like -> System.out.println("  like " + like.photo().file().path()));
      }
    }
  }
}
