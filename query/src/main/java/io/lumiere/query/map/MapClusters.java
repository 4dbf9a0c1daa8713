package io.lumiere.query.map;

import io.lumiere.query.internal.lucene.LeafDocs;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Clusters photos on a grid of the map's own projection (Mercator, as web maps have it), a quarter
 * of a tile's side wide at each zoom. Four cells are one of the next lower zoom, so where there
 * would be too many clusters, cells are joined until there are not. Not thread-safe.
 */
public final class MapClusters {
  /** The most clusters. */
  public static final int MOST = 2_000;

  /** The greatest zoom: a cell is some 10 metres wide. */
  public static final int MAX_ZOOM = 20;

  /** A tile's side has so many cells, as a power of two. */
  private static final int CELLS = 2;

  /** Where the projection ends. */
  private static final double MAX_LATITUDE = 85.05;

  private static final int Y_BITS = MAX_ZOOM + CELLS + 2;

  private final double side;
  private Map<Long, Cell> cells = new HashMap<>();
  private long lastKey;
  private @Nullable Cell lastCell;

  private MapClusters(int zoom) {
    if (zoom < 0 || zoom > MAX_ZOOM) {
      throw new IllegalArgumentException("zoom is " + zoom + ", not in 0.." + MAX_ZOOM);
    }
    this.side = 1L << (zoom + CELLS);
  }

  /**
   * The clusters of hits, the largest first.
   *
   * @param docs the hits in their order; those without a place are left out
   * @param zoom 0 shows the world on one tile, each more doubles its sides; up to {@value
   *     #MAX_ZOOM}
   */
  public static List<MapCluster> of(IndexReader reader, int[] docs, int zoom) throws IOException {
    MapClusters clusters = new MapClusters(zoom);
    LeafDocs.visitPlaces(reader, docs, (index, place) -> clusters.add(place, index));
    return clusters.largestFirst();
  }

  /**
   * As the other, of hits whose places are known.
   *
   * @param hits their places in the order, from 0
   * @param places latitude and longitude of each, as {@link
   *     org.apache.lucene.document.LatLonDocValuesField} encodes them
   */
  public static List<MapCluster> of(int[] hits, long[] places, int zoom) {
    MapClusters clusters = new MapClusters(zoom);
    for (int i = 0; i < hits.length; i++) {
      clusters.add(places[i], hits[i]);
    }
    return clusters.largestFirst();
  }

  private List<MapCluster> largestFirst() {
    while (cells.size() > MOST) {
      join();
    }
    return cells.values().stream()
        .map(Cell::cluster)
        .sorted(
            Comparator.comparingInt(MapCluster::count)
                .reversed()
                .thenComparingInt(MapCluster::first))
        .toList();
  }

  /** Latitude and longitude are the two halves of the number that Lucene keeps. */
  private void add(long place, int index) {
    int y32 = (int) (place >>> 32);
    int x32 = (int) place;
    double latitude = GeoEncodingUtils.decodeLatitude(y32);
    double longitude = GeoEncodingUtils.decodeLongitude(x32);
    double shown = Math.toRadians(Math.clamp(latitude, -MAX_LATITUDE, MAX_LATITUDE));
    long x = (long) Math.min(side - 1, (longitude + 180) / 360 * side);
    long y =
        (long)
            Math.clamp(
                (1 - Math.log(Math.tan(shown) + 1 / Math.cos(shown)) / Math.PI) / 2 * side,
                0,
                side - 1);
    long key = x << Y_BITS | y;
    // Neighbouring photos are often of one cell.
    if (lastCell == null || key != lastKey) {
      lastKey = key;
      lastCell = cells.computeIfAbsent(key, any -> new Cell());
    }
    lastCell.add(y32, x32, index);
  }

  /** Makes one cell of each four. */
  private void join() {
    Map<Long, Cell> larger = new HashMap<>();
    cells.forEach((key, cell) -> {
      long x = key >>> Y_BITS;
      long y = key & ((1L << Y_BITS) - 1);
      larger.computeIfAbsent((x >> 1) << Y_BITS | (y >> 1), any -> new Cell()).add(cell);
    });
    cells = larger;
  }

  /** What is known of the photos of a cell. */
  private static final class Cell {
    private int count;
    private int first = Integer.MAX_VALUE;

    // Sums of what is encoded: those of fractions would depend on the order.
    private long latitudes;
    private long longitudes;
    private double west = 180;
    private double south = 90;
    private double east = -180;
    private double north = -90;

    void add(int latitude, int longitude, int index) {
      count++;
      first = Math.min(first, index);
      latitudes += latitude;
      longitudes += longitude;
      double north = GeoEncodingUtils.decodeLatitude(latitude);
      double east = GeoEncodingUtils.decodeLongitude(longitude);
      extend(east, north, east, north);
    }

    void add(Cell other) {
      count += other.count;
      first = Math.min(first, other.first);
      latitudes += other.latitudes;
      longitudes += other.longitudes;
      extend(other.west, other.south, other.east, other.north);
    }

    private void extend(double toWest, double toSouth, double toEast, double toNorth) {
      west = Math.min(west, toWest);
      south = Math.min(south, toSouth);
      east = Math.max(east, toEast);
      north = Math.max(north, toNorth);
    }

    MapCluster cluster() {
      return new MapCluster(
          degrees(latitudes, 180),
          degrees(longitudes, 360),
          count,
          first,
          west,
          south,
          east,
          north);
    }

    /**
     * The mean of encoded degrees.
     *
     * @param range how many degrees all encoded numbers span
     */
    private double degrees(long sum, int range) {
      return sum / (double) count * (range / (double) (1L << Integer.SIZE));
    }
  }
}
