package io.lumiere.query;

import io.lumiere.query.group.Group;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Traits;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;

/**
 * An archive of photos that have much in common, and what becomes of a list of its hits when one
 * looks at each of them, and at each pair.
 */
final class ArrangedPhotos {
  private final Map<String, float[]> vectors = new HashMap<>();

  /** Adds random photos, in several segments, some of them deleted. */
  ArrangedPhotos(Random random, TestArchive archive, int photos) throws IOException {
    for (int i = 0; i < photos; i++) {
      float[] shows = new float[4];
      for (int thing = 0; thing < 4; thing++) {
        shows[thing] = random.nextInt(3) + 0.2f * random.nextFloat();
      }
      Photo photo = photo(random, i);
      vectors.put(photo.id(), VectorUtil.l2normalize(shows.clone()));
      archive.add(photo, shows);
      if (random.nextInt(30) == 0) {
        archive.addFailure("broken" + i + ".jpg", "the file is cut off");
        archive.commit();
      }
    }
    for (int i = 0; i < photos; i += 1 + random.nextInt(12)) {
      archive.delete("a/" + i + ".jpg");
    }
    archive.commit();
  }

  private static Photo photo(Random random, int i) {
    String hash = Integer.toHexString(random.nextInt(1 + 2 * i)).repeat(64).substring(0, 64);
    return Photo.builder(
            "id" + i,
            new PhotoFile("a/" + i + ".jpg", hash, random.nextInt(20), Instant.EPOCH),
            new ImageInfo(40, 30, 1, "jpeg"))
        .taken(random.nextInt(8) == 0 ? null : taken(random))
        .place(random.nextInt(3) == 0 ? null : place(random))
        .caption(random.nextInt(3) == 0 ? new Caption("a dog", null, List.of()) : Caption.NONE)
        .traits(
            new Traits(
                false, false, null, random.nextInt(3) == 0 ? "burst " + random.nextInt(9) : null))
        .build();
  }

  private static Taken taken(Random random) {
    boolean guessed = random.nextInt(4) == 0;
    return new Taken(
        LocalDate.of(2020, 12, 25).plusDays(random.nextInt(12)).atTime(random.nextInt(3) * 8, 0),
        null,
        null,
        guessed ? Taken.FILE_TIME : "exif",
        guessed ? Confidence.LOW : Confidence.HIGH,
        guessed || random.nextInt(3) > 0 ? Precision.TIME : any(random, Precision.values()));
  }

  private static Place place(Random random) {
    PlaceNames names =
        new PlaceNames(
            "PE",
            any(random, "Peru", "Japan", null),
            any(random, "North", "Lima", null),
            any(random, "Lima", "Springfield", null),
            List.of());
    return new Place(1, 2, null, random.nextInt(5) == 0 ? null : names);
  }

  @SafeVarargs
  private static <T> T any(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  /** The group that a look at a photo puts it in. */
  static String key(Photo photo, GroupBy by) {
    return switch (by) {
      case DAY -> date(photo, Precision.DAY, 10);
      case MONTH -> date(photo, Precision.MONTH, 7);
      case YEAR -> date(photo, Precision.YEAR, 4);
      case BURST -> photo.traits().burst() == null ? photo.id() : photo.traits().burst();
      case PLACE -> {
        PlaceNames names = photo.place() == null ? null : photo.place().names();
        String key =
            names == null
                ? ""
                : Stream.of(names.country(), names.region(), names.city())
                    .map(name -> name == null ? "" : name)
                    .collect(Collectors.joining("/"));
        yield key.replace("/", "").isEmpty() ? Group.NONE : key.replaceAll("/+$", "");
      }
    };
  }

  private static String date(Photo photo, Precision finest, int letters) {
    if (photo.taken() == null) {
      return Group.NONE;
    }
    Precision known = photo.taken().precision();
    int shown =
        switch (known.compareTo(finest) < 0 ? known : finest) {
          case YEAR -> 4;
          case MONTH -> 7;
          default -> 10;
        };
    return (photo.taken().isGuessed() ? "~" : "")
        + photo.taken().local().toString().substring(0, Math.min(letters, shown));
  }

  /** Groups in the order of their first hits. */
  static Map<String, List<Hit>> groups(List<Hit> hits, GroupBy by) {
    return hits.stream()
        .collect(
            Collectors.groupingBy(
                hit -> key(hit.photo(), by), LinkedHashMap::new, Collectors.toList()));
  }

  boolean areAlike(Photo a, Photo b, float cosine) {
    return a.file().contentHash().equals(b.file().contentHash())
        || (a.traits().burst() != null && a.traits().burst().equals(b.traits().burst()))
        || cosine(a, b) >= cosine;
  }

  private float cosine(Photo a, Photo b) {
    return VectorUtil.dotProduct(vectors.get(a.id()), vectors.get(b.id()));
  }

  /** Each hit that is shown, with those that are like it. */
  Map<Hit, List<String>> collapse(List<Hit> hits, float cosine) {
    Map<Hit, List<String>> shown = new LinkedHashMap<>();
    for (Hit hit : hits) {
      if (shown.keySet().stream().noneMatch(one -> areAlike(one.photo(), hit.photo(), cosine))) {
        shown.put(
            hit,
            hits.stream()
                .filter(other ->
                    other.rank() != hit.rank() && areAlike(other.photo(), hit.photo(), cosine))
                .map(other -> other.photo().id())
                .toList());
      }
    }
    return shown;
  }

  /** Maximal marginal relevance, each time from the beginning. */
  List<Hit> diversify(List<Hit> hits, double lambda, Scale scale) {
    List<Hit> order = new ArrayList<>();
    List<Hit> rest = new ArrayList<>(hits);
    while (!rest.isEmpty()) {
      double[] worth =
          rest.stream()
              .mapToDouble(hit ->
                  lambda * hit.score()
                      - (1 - lambda)
                          * order.stream()
                              .mapToDouble(
                                  before -> scale.apply(cosine(before.photo(), hit.photo())))
                              .max()
                              .orElse(0))
              .toArray();
      double most = Arrays.stream(worth).max().orElseThrow();
      int best = 0;
      while (worth[best] < most) {
        best++;
      }
      order.add(rest.remove(best));
    }
    return order;
  }
}
