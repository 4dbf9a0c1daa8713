package io.lumiere.indexer.internal.takeout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of the JSON files of Google Takeout in a folder belongs to which photo. For {@code
 * IMG_1.jpg}, the first rule that finds one counts:
 *
 * <ol>
 *   <li>{@code IMG_1.jpg.json};
 *   <li>{@code IMG_1.jpg.supplemental-metadata.json}, cut after any character behind {@code .jpg};
 *   <li>both without the extension: {@code IMG_1.json}, {@code IMG_1.supplemental-metadata.json};
 *   <li>both with a film's extension: photo and film of a live photo share {@code IMG_1.MP4.json};
 *   <li>of a long name, what is left when it is cut: at least {@value JsonNames#SHORTEST_CUT}
 *       characters before {@code .json};
 *   <li>the one whose title is the photo's name: see {@link TitledFiles};
 *   <li>{@code IMG_1-edited.jpg} has that of {@code IMG_1.jpg}: see {@link EditedCopies}.
 * </ol>
 *
 * <p>{@code IMG_1(2).jpg} may have the number elsewhere, {@code IMG_1.jpg(2).json} or {@code
 * IMG_1.jpg.supplemental-metadata(2).json}; it never has the file of {@code IMG_1.jpg}, nor that of
 * another number. Names that are spelled alike come before names that differ in case or Unicode
 * form. Except for edited copies and live photos, a file belongs to one photo. Where a rule matches
 * it to several, the title in it decides; where that fits none or two, no photo gets it: a wrong
 * date is worse than none.
 *
 * <p>The work grows with the number of names, not with that of pairs.
 */
public final class TakeoutFolder {
  private static final List<String> FILMS = List.of(".mp4", ".mov");

  private final Function<String, @Nullable String> titles;
  private final BooleanSupplier stopped;
  private final List<Photo> waiting = new ArrayList<>();
  private final Set<String> free;
  private final Map<Photo, String> found = new LinkedHashMap<>();
  private final JsonNames exact;
  private final JsonNames plain;

  private TakeoutFolder(
      Collection<String> photos,
      Collection<String> files,
      Function<String, @Nullable String> titles,
      BooleanSupplier stopped) {
    this.titles = titles;
    this.stopped = stopped;
    this.free = new HashSet<>(files);
    photos.forEach(name -> waiting.add(Photo.of(name)));
    this.exact = new JsonNames(files, UnaryOperator.identity(), free::contains);
    this.plain = new JsonNames(files, PlainNames::of, free::contains);
  }

  /**
   * Joins photos and files.
   *
   * @param photos the names of photos
   * @param files the names of JSON files, which all end in {@code .json} in any case
   * @param titles the title that a file's content names; asked for only where names do not decide
   * @param stopped whether the walk was stopped; the result is then incomplete
   * @return JSON files' names by photos' names
   */
  public static Map<String, String> join(
      Collection<String> photos,
      Collection<String> files,
      Function<String, @Nullable String> titles,
      BooleanSupplier stopped) {
    if (files.isEmpty()) {
      return Map.of();
    }
    return new TakeoutFolder(photos, files, titles, stopped).join();
  }

  /** Finds a photo's file by one rule; null if that finds none. */
  private interface Rule {
    @Nullable String find(PhotoName name, JsonNames among);
  }

  private Map<String, String> join() {
    both((name, among) -> first(name.names(), among::whole));
    both((name, among) -> first(name.names(), among::supplement));
    both((name, among) -> first(name.stems(), among::whole));
    both((name, among) -> first(name.stems(), among::supplement));
    apply(TakeoutFolder::ofFilm, Photo::plain, plain);
    // A number that fits is stronger evidence than a beginning that fits.
    both((name, among) -> among.cut(name.stems().getLast().append(name.extension())));
    both((name, among) -> among.cut(name.names().getFirst()));
    TitledFiles.join(waiting, free, titles, stopped)
        .forEach((photo, file) -> {
          found.put(photo, file);
          free.remove(file);
        });
    waiting.removeIf(found::containsKey);
    Map<String, String> files = new HashMap<>();
    found.forEach((photo, file) -> files.put(photo.name(), file));
    files.putAll(new EditedCopies(found, free).join(waiting, stopped));
    return files;
  }

  private static @Nullable String first(
      List<NumberedName> names, Function<NumberedName, @Nullable String> find) {
    for (NumberedName name : names) {
      String file = find.apply(name);
      if (file != null) {
        return file;
      }
    }
    return null;
  }

  private static @Nullable String ofFilm(PhotoName photo, JsonNames among) {
    for (NumberedName stem : photo.stems()) {
      for (String extension : FILMS) {
        NumberedName film = stem.append(extension);
        String file = among.whole(film);
        file = file == null ? among.supplement(film) : file;
        if (file != null) {
          return file;
        }
      }
    }
    return null;
  }

  private void both(Rule rule) {
    apply(rule, Photo::exact, exact);
    apply(rule, Photo::plain, plain);
  }

  private void apply(Rule rule, Function<Photo, PhotoName> spelling, JsonNames among) {
    Map<String, List<Photo>> claims = new LinkedHashMap<>();
    for (Photo photo : waiting) {
      if (stopped.getAsBoolean() || free.isEmpty()) {
        return;
      }
      String file = rule.find(spelling.apply(photo), among);
      if (file != null) {
        claims.computeIfAbsent(file, any -> new ArrayList<>(1)).add(photo);
      }
    }
    claims.forEach(this::settle);
    waiting.removeIf(found::containsKey);
  }

  private void settle(String file, List<Photo> claimants) {
    free.remove(file);
    Photo owner = claimants.size() == 1 ? claimants.getFirst() : original(claimants);
    if (owner == null) {
      String title = titles.apply(file);
      owner = title == null ? null : Titles.onlyOne(title, claimants);
    }
    if (owner != null) {
      found.put(owner, file);
    }
  }

  /** The photo whose name the others extend, as names of edited copies do. */
  private static @Nullable Photo original(List<Photo> claimants) {
    Photo shortest = claimants.getFirst();
    for (Photo photo : claimants) {
      if (photo.plain().stem().length() < shortest.plain().stem().length()) {
        shortest = photo;
      }
    }
    for (Photo photo : claimants) {
      if (!photo.equals(shortest) && !photo.extendsNameOf(shortest)) {
        return null;
      }
    }
    return shortest;
  }
}
