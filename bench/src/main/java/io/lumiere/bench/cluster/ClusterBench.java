package io.lumiere.bench.cluster;

import io.lumiere.base.LumiereException;
import io.lumiere.bench.data.Dataset;
import io.lumiere.bench.program.ArchiveBuilder;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.local.LocalCluster;
import io.lumiere.cluster.local.LocalClusterOptions;
import io.lumiere.query.PhotoSearch;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures a directory and collections with the same photos. The nodes' data stays in a folder, so
 * that each part can be measured on its own and again. Each writes its samples into a file of its
 * name, which {@code cluster.py} makes tables of and {@code fanout.py} draws from. Arguments: where
 * module {@code solr} was built, the folder of the data set, an index of its first photos (made
 * where there is none), the folder, how many photos, for how many minutes searches are measured and
 * stages, the numbers of shards with commas between, and the parts (all where none is named).
 */
public final class ClusterBench implements Closeable {
  private static final int DIMENSION = 384;
  private static final int NODES = 2;
  private static final int HEAP_MEGABYTES = 1_024;
  private static final Duration MOST_OF_A_START = Duration.ofMinutes(3);

  private final ClusterFolder folder;
  private final int photos;
  private final LocalCluster cluster;
  private final Map<Integer, PhotoCollection> collections = new LinkedHashMap<>();

  /** What is measured on its own. */
  private enum Part {
    PUSH,
    HITS,
    SEARCH,
    STAGES
  }

  private ClusterBench(ClusterFolder folder, int photos, Path runtime) throws IOException {
    this.folder = folder;
    this.photos = photos;
    this.cluster = start(folder, runtime);
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws Exception {
    Dataset data = new Dataset(Path.of(args[1]), DIMENSION);
    Path index = Path.of(args[2]);
    ClusterFolder folder = new ClusterFolder(Path.of(args[3]));
    int photos = Integer.parseInt(args[4]);
    Duration most = Duration.ofMinutes(Integer.parseInt(args[5]));
    int[] shards = Arrays.stream(args[6].split(",")).mapToInt(Integer::parseInt).toArray();
    List<Part> parts = parts(Arrays.asList(args).subList(7, args.length));
    if (Files.notExists(index)) {
      new ArchiveBuilder(data, photos).write(index);
    }
    try (ClusterBench bench = new ClusterBench(folder, photos, Path.of(args[0]));
        PhotoSearch directory = PhotoSearch.open(index)) {
      bench.connect(shards);
      for (Part part : parts) {
        bench.measure(
            part,
            index,
            () -> {
              bench.awaitPhotos();
              return new ClusterSearches(
                  new ClusterRequests(data), directory, bench.collections, most);
            });
      }
    }
  }

  private static List<Part> parts(List<String> names) {
    return names.isEmpty()
        ? List.of(Part.values())
        : names.stream().map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT))).toList();
  }

  /** Searches of collections that have all photos. */
  private interface Ready {
    ClusterSearches searches() throws Exception;
  }

  private void measure(Part part, Path index, Ready ready) throws Exception {
    String name = part.name().toLowerCase(Locale.ROOT);
    switch (part) {
      case PUSH -> folder.write(name, push(index));
      case HITS -> folder.write(name, ready.searches().compareHits());
      case SEARCH -> ready.searches().search(samples -> folder.write(name, samples));
      case STAGES -> ready.searches().visit(samples -> folder.write(name, samples));
    }
  }

  /** Where the nodes were, or at any ports. */
  private static LocalCluster start(ClusterFolder folder, Path runtime) throws IOException {
    Integer known = folder.port();
    LocalCluster cluster =
        LocalCluster.start(
            new LocalClusterOptions(
                runtime, folder.nodes(), known == null ? 0 : known, NODES, HEAP_MEGABYTES),
            System.err::println);
    folder.keepPort(URI.create(cluster.address()).getPort());
    return cluster;
  }

  private void connect(int[] shards) {
    for (int count : shards) {
      collections.put(
          count,
          PhotoCollection.connect(CollectionAddress.parse(cluster.address() + "/shards" + count)));
    }
  }

  /** Pushes into those collections that are not there yet; others stay as they are. */
  private List<Map<String, Object>> push(Path index) throws IOException {
    List<Map<String, Object>> pushes = new ArrayList<>(folder.read("push"));
    for (Map.Entry<Integer, PhotoCollection> collection : collections.entrySet()) {
      if (!collection.getValue().exists()) {
        pushes.add(
            new MeasuredPush(index, collection.getValue(), cluster, folder.nodes())
                .run(collection.getKey()));
      }
    }
    return pushes;
  }

  /** Nodes that have just started take some time until their shards answer. */
  private void awaitPhotos() throws InterruptedException {
    long latest = System.nanoTime() + MOST_OF_A_START.toNanos();
    for (PhotoCollection collection : collections.values()) {
      while (!hasPhotos(collection)) {
        if (System.nanoTime() > latest) {
          throw new LumiereException(
              "collection "
                  + collection.address()
                  + " has not all "
                  + photos
                  + " photos: delete "
                  + folder
                  + " and push again");
        }
        Thread.sleep(500);
      }
    }
  }

  private boolean hasPhotos(PhotoCollection collection) {
    try {
      return collection.count() == photos;
    } catch (LumiereException e) {
      return false;
    }
  }

  @Override
  public void close() {
    collections.values().forEach(PhotoCollection::close);
    cluster.close();
  }
}
