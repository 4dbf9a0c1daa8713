package io.lumiere.examples.probe;

import io.lumiere.query.Hit;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.language.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** Searches an index with lumiere-query. Argument: the index. */
public final class QueryProbe {
  private QueryProbe() {}

  public static void main(String[] args) throws IOException {
    Path index = Path.of(args[0]);
    try (PhotoSearch search = PhotoSearch.open(index, null, text -> CoreProbe.direction())) {
      SearchRequestBuilder lake = SearchRequest.builder().text("lake");
      print("text", search, lake);
      print("year", search, SearchRequest.builder().text("lake").year(2021));
      print(
          "rank",
          search,
          SearchRequest.builder()
              .text("lake")
              .ranking(ranking -> ranking.fusion(Fusion.reciprocalRank())));
      print("newest", search, SearchRequest.builder().sort(SearchRequest.Sort.NEWEST));
      print("like", search, SearchRequest.builder().like("2022/lake2995.jpg"));
      print(
          "language",
          search,
          SearchRequest.builder()
              .query(new QueryParser(Clock.systemUTC()).parse("lake OR town iso:>300 date:2021")));
    }
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index))) {
      HybridQuery hybrid =
          new HybridQuery.Builder()
              .vector("vector", CoreProbe.direction(), 1)
              .words("words", new TermQuery(new Term("filename", "town")), 1)
              .build();
      Printed.search("hybrid", new IndexSearcher(reader), hybrid);
    }
  }

  private static void print(String name, PhotoSearch search, SearchRequestBuilder request) {
    SearchResult result = search.search(request.limit(20).build());
    StringBuilder line = new StringBuilder(name).append(' ').append(result.total());
    for (Hit hit : result.hits()) {
      line.append(' ').append(hit.photo().file().path()).append('=').append(hit.score());
    }
    System.out.println(line);
  }
}
