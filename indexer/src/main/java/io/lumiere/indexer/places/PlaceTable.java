package io.lumiere.indexer.places;

import io.lumiere.base.LumiereException;
import io.lumiere.schema.PlaceNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nearest towns of a place, from a file that is mapped, not loaded: opening takes some
 * milliseconds. Thread-safe.
 *
 * <p>A large town's name is valid for some distance around its centre: for {@value
 * #METRES_PER_ROOT} metres times the square root of its population, so 11 km for Paris and 1 km for
 * 15,000 people. The most populous town whose circle holds the place, in the country of the nearest
 * one, is its city; else the nearest one, up to {@value #CITY_KM} km away. The words also include
 * the names of the nearest one, which may be a district. Country and region are those of the
 * nearest town up to {@value #COUNTRY_KM} km away, and the time zone up to {@value #ZONE_KM} km.
 */
public final class PlaceTable {
  static final double METRES_PER_ROOT = 8;
  static final double CITY_KM = 25;
  static final double COUNTRY_KM = 100;
  static final double ZONE_KM = 500;

  /** The largest circle of any town: 8 m times the root of 39 million. */
  private static final double WIDEST_KM = 50;

  /**
   * What a table says about a place.
   *
   * @param names what it is called; null where no town is near
   * @param zone its time zone; null far out at sea, or where this Java does not know it
   */
  public record Found(@Nullable PlaceNames names, @Nullable ZoneId zone) {}

  private final PlaceFile file;
  private final SphereTree tree;

  private PlaceTable(PlaceFile file) {
    this.file = file;
    this.tree = new SphereTree(file.points(), file.count());
  }

  /**
   * Opens a table.
   *
   * @param path a file that {@link PlaceSetup} made
   * @throws LumiereException if it cannot be read or is not such a table
   */
  public static PlaceTable open(Path path) {
    try (FileChannel channel = FileChannel.open(path)) {
      MappedByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, channel.size());
      return of(bytes, path.toString());
    } catch (IOException e) {
      throw new LumiereException("table of places " + path + " cannot be read: " + e, e);
    }
  }

  static PlaceTable of(ByteBuffer bytes, String name) {
    return new PlaceTable(new PlaceFile(bytes, name));
  }

  /** How many towns it has. */
  public int size() {
    return file.count();
  }

  /**
   * Looks a place up.
   *
   * @param latitude degrees, -90 to 90
   * @param longitude degrees, -180 to 180
   */
  public Found find(double latitude, double longitude) {
    double[] point = SphereTree.point(latitude, longitude);
    int nearest = tree.nearest(point, ZONE_KM);
    if (nearest < 0) {
      return new Found(null, null);
    }
    double distance = tree.kilometres(nearest, point);
    ZoneId zone = zone(file.zone(nearest));
    return new Found(distance <= COUNTRY_KM ? names(nearest, distance, point) : null, zone);
  }

  private PlaceNames names(int nearest, double distance, double[] point) {
    PlaceFile.Country country = file.country(nearest);
    String region = file.region(nearest);
    Set<String> words = new LinkedHashSet<>();
    String city = null;
    if (distance <= CITY_KM) {
      int town = covering(nearest, point);
      List<String> names = file.names(town);
      city = names.getFirst();
      words.addAll(names);
      words.addAll(file.names(nearest));
    }
    if (region != null) {
      words.add(region);
    }
    words.add(country.name());
    words.addAll(country.otherNames());
    return new PlaceNames(country.code(), country.name(), region, city, List.copyOf(words));
  }

  /** The most populous town whose circle holds the point; the nearest where there is none. */
  private int covering(int nearest, double[] point) {
    int[] best = {nearest};
    tree.visit(
        point,
        WIDEST_KM,
        (index, kilometres) -> {
          double circle = METRES_PER_ROOT / 1000 * Math.sqrt(file.population(index));
          if (kilometres <= circle
              && file.population(index) > file.population(best[0])
              && file.country(index).code().equals(file.country(nearest).code())) {
            best[0] = index;
          }
        });
    return best[0];
  }

  private static @Nullable ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      return null; // This Java is older than the zone and does not know it.
    }
  }
}
