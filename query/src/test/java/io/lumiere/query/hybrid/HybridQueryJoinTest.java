package io.lumiere.query.hybrid;

import io.lumiere.query.hybrid.Oracle.Scored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.JoinUtil;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.index.RandomIndexWriter;
import org.apache.lucene.tests.util.LuceneTestCase;

/**
 * Hybrid queries in joins and joins in hybrid queries. Albums are parents of their photos'
 * documents and have a colour; {@code n} counts all documents.
 */
public class HybridQueryJoinTest extends LuceneTestCase {
  private static final BitSetProducer ALBUMS =
      new QueryBitSetProducer(new TermQuery(new Term("type", "album")));

  private final Map<Integer, Integer> albumOf = new HashMap<>();
  private final Map<Integer, String> colours = new HashMap<>();
  private Directory directory;
  private DirectoryReader reader;
  private IndexSearcher searcher;

  @Override
  public void setUp() throws Exception {
    super.setUp();
    directory = newDirectory();
    try (var writer = new RandomIndexWriter(random(), directory, newIndexWriterConfig())) {
      int n = 0;
      for (int album = 0; album < 40; album++) {
        List<Document> block = new ArrayList<>();
        for (int photos = random().nextInt(6); photos > 0; photos--) {
          block.add(photo(n + block.size()));
        }
        int parent = n + block.size();
        block.forEach(photo -> albumOf.put(number(photo), parent));
        block.add(album(parent));
        writer.addDocuments(block);
        n = parent + 1;
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = newSearcher(reader, false);
  }

  @Override
  public void tearDown() throws Exception {
    reader.close();
    directory.close();
    super.tearDown();
  }

  private static Document photo(int n) {
    Document document = new Document();
    document.add(new IntField("n", n, Store.YES));
    document.add(
        new KnnFloatVectorField(
            "vector", RandomIndex.unit(random()), VectorSimilarityFunction.DOT_PRODUCT));
    document.add(new FeatureField("words", "word0", 1 + random().nextInt(7)));
    return document;
  }

  private Document album(int n) {
    colours.put(n, random().nextBoolean() ? "red" : "blue");
    Document document = new Document();
    document.add(new IntField("n", n, Store.YES));
    document.add(new KeywordField("type", "album", Store.NO));
    document.add(new KeywordField("colour", colours.get(n), Store.NO));
    for (int photo = 0; photo < 3; photo++) {
      document.add(new KeywordField("shows", "photo" + random().nextInt(150), Store.NO));
    }
    return document;
  }

  private static int number(Document document) {
    return document.getField("n").numericValue().intValue();
  }

  private static HybridQuery.Builder hybrid() {
    return new HybridQuery.Builder()
        .fusion(Fusion.weightedSum())
        .window(10 + random().nextInt(150))
        .vector("vector", RandomIndex.unit(random()), 1)
        .words("word0", FeatureField.newLinearQuery("words", "word0", 1), 1);
  }

  private List<Scored> found(Query query) throws IOException {
    List<Scored> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, 1000).scoreDocs) {
      found.add(new Scored(Oracle.n(searcher, hit), hit.score));
    }
    return found;
  }

  private static List<Scored> best(Map<Integer, Double> scores) {
    return scores.entrySet().stream()
        .map(entry -> new Scored(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble((Scored hit) -> -(float) hit.score())
                .thenComparingInt(Scored::n))
        .toList();
  }

  public void testAlbumsByTheirPhotos() throws IOException {
    for (int i = 0; i < 5; i++) {
      HybridQuery photos = hybrid().build();
      Map<Integer, Double> most = new HashMap<>();
      Map<Integer, Double> total = new HashMap<>();
      for (Scored hit : found(photos)) {
        most.merge(albumOf.get(hit.n()), hit.score(), Math::max);
        total.merge(albumOf.get(hit.n()), hit.score(), Double::sum);
      }
      Oracle.assertFinds(
          best(most), new ToParentBlockJoinQuery(photos, ALBUMS, ScoreMode.Max), searcher);
      Oracle.assertFinds(
          best(total), new ToParentBlockJoinQuery(photos, ALBUMS, ScoreMode.Total), searcher);
      // As a leg of a hybrid query of albums.
      Query byAlbum =
          new HybridQuery.Builder()
              .fusion(Fusion.weightedSum())
              .words(
                  "photos",
                  new ToParentBlockJoinQuery(photos, ALBUMS, ScoreMode.Max),
                  1,
                  new Scale.Linear(0, 1))
              .filter(new TermQuery(new Term("colour", "red")))
              .build();
      most.keySet().removeIf(album -> !colours.get(album).equals("red"));
      Oracle.assertFinds(best(most), byAlbum, searcher);
    }
  }

  public void testPhotosOfSomeAlbums() throws IOException {
    Query red = new TermQuery(new Term("colour", "red"));
    Query inRed = new ToChildBlockJoinQuery(new ConstantScoreQuery(red), ALBUMS);
    Set<Integer> expected =
        albumOf.keySet().stream()
            .filter(photo -> colours.get(albumOf.get(photo)).equals("red"))
            .collect(Collectors.toSet());
    HybridQuery.Builder query = hybrid();
    List<Scored> same = found(query.filter(IntPoint.newSetQuery("n", expected)).build());
    assertEquals(
        expected,
        found(query.window(1000).build()).stream().map(Scored::n).collect(Collectors.toSet()));
    Oracle.assertFinds(found(query.build()), query.filter(inRed).build(), searcher);
    assertFalse(same.isEmpty());

    Map<Integer, Double> half = new HashMap<>();
    expected.forEach(photo -> half.put(photo, 0.5));
    Query asLeg =
        new HybridQuery.Builder()
            .fusion(Fusion.weightedSum())
            .words("red", inRed, 1, new Scale.Linear(0, 2))
            .build();
    Oracle.assertFinds(best(half), asLeg, searcher);
  }

  public void testPhotosThatAlbumsNameElsewhere() throws IOException {
    try (Directory photos = newDirectory()) {
      try (var writer = new RandomIndexWriter(random(), photos, newIndexWriterConfig())) {
        for (int n = 0; n < 150; n++) {
          Document photo = photo(n);
          photo.add(new KeywordField("id", "photo" + n, Store.NO));
          writer.addDocument(photo);
        }
      }
      try (DirectoryReader photoReader = DirectoryReader.open(photos)) {
        IndexSearcher inPhotos = newSearcher(photoReader, false);
        Query red = new TermQuery(new Term("colour", "red"));
        Query named = JoinUtil.createJoinQuery("shows", true, "id", red, searcher, ScoreMode.None);
        Query numbers = IntPoint.newSetQuery("n", namedBy(red));
        HybridQuery.Builder query = hybrid();
        List<Scored> expected = new ArrayList<>();
        for (ScoreDoc hit : inPhotos.search(query.filter(numbers).build(), 1000).scoreDocs) {
          expected.add(new Scored(Oracle.n(inPhotos, hit), hit.score));
        }
        assertFalse(expected.isEmpty());
        Oracle.assertFinds(expected, query.filter(named).build(), inPhotos);
      }
    }
  }

  /** The numbers of the photos that the albums of a query name. */
  private Set<Integer> namedBy(Query albums) throws IOException {
    Set<Integer> numbers = new HashSet<>();
    for (int n = 0; n < 150; n++) {
      Query names =
          new BooleanQuery.Builder()
              .add(albums, Occur.FILTER)
              .add(new TermQuery(new Term("shows", "photo" + n)), Occur.FILTER)
              .build();
      if (searcher.count(names) > 0) {
        numbers.add(n);
      }
    }
    return numbers;
  }
}
