package io.lumiere.indexer.internal.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.internal.kinds.FileKind;
import io.lumiere.testing.Seeded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link TakeoutFolder} against its rules, written down once more by what each file would have to
 * be called and by comparing all with all, on random folders of names that are easily confused.
 */
class TakeoutOracleTest {
  private static final int FOLDERS = 2000;
  private static final String LONG = "x".repeat(40);
  private static final String SUPPLEMENT = ".supplemental-metadata";
  private static final Pattern NUMBERED = Pattern.compile("(.+)\\((\\d{1,4})\\)", Pattern.DOTALL);

  /** A text and what stands behind it: nothing, or a number in parentheses. */
  private record Form(String text, String number) {
    Form and(String more) {
      return new Form(text + more, number);
    }

    String whole() {
      return text + number;
    }
  }

  private record Taken(String stem, String extension) {
    static Taken apart(String photo) {
      int dot = photo.lastIndexOf('.');
      return new Taken(photo.substring(0, dot), photo.substring(dot));
    }

    List<Form> stems() {
      Matcher numbered = NUMBERED.matcher(stem);
      return numbered.matches()
          ? List.of(new Form(stem, ""), new Form(numbered.group(1), "(" + numbered.group(2) + ")"))
          : List.of(new Form(stem, ""));
    }

    List<Form> names() {
      List<Form> names = new ArrayList<>();
      stems().forEach(form -> names.add(form.and(extension)));
      if (names.size() > 1) {
        names.add(new Form(names.get(1).whole(), ""));
      }
      return names;
    }
  }

  /** What a photo's file may be called by a rule, without .json, the best first. */
  private static List<String> expected(int rule, String photo) {
    Taken name = Taken.apart(photo);
    return switch (rule) {
      case 0 -> name.names().stream().map(Form::whole).toList();
      case 1 -> name.names().stream().flatMap(TakeoutOracleTest::supplemented).toList();
      case 2 -> name.stems().stream().map(Form::whole).toList();
      case 3 -> name.stems().stream().flatMap(TakeoutOracleTest::supplemented).toList();
      case 4 ->
          name.stems().stream()
              .flatMap(stem -> Stream.of(stem.and(".mp4"), stem.and(".mov")))
              .flatMap(film -> Stream.concat(Stream.of(film.whole()), supplemented(film)))
              .toList();
      case 5 -> cut(name.stems().getLast().and(name.extension()));
      default -> cut(name.names().getFirst());
    };
  }

  private static Stream<String> supplemented(Form form) {
    return Stream.iterate(
            SUPPLEMENT, cut -> !cut.isEmpty(), cut -> cut.substring(0, cut.length() - 1))
        .map(cut -> form.and(cut).whole());
  }

  private static List<String> cut(Form form) {
    List<String> cuts = new ArrayList<>();
    for (int length = form.text().length() - 1; length >= 40; length--) {
      cuts.add(form.text().substring(0, length) + form.number());
    }
    return cuts;
  }

  private static String base(String file, boolean plain) {
    String base = file.substring(0, file.length() - 5);
    return plain ? PlainNames.of(base) : base;
  }

  /** A folder on its way to the end. */
  private static final class Folder {
    final List<String> waiting;
    final Set<String> free;
    final Map<String, String> titles;
    final Map<String, String> found = new LinkedHashMap<>();

    Folder(Set<String> photos, Set<String> files, Map<String, String> titles) {
      this.waiting = new ArrayList<>(photos);
      this.free = new LinkedHashSet<>(files);
      this.titles = titles;
    }

    Map<String, String> join() {
      for (int rule = 0; rule < 7; rule++) {
        if (rule != 4) {
          apply(rule, false);
        }
        apply(rule, true);
      }
      takeTitled();
      Map<String, String> all = new HashMap<>(found);
      for (String copy : waiting) {
        String file = fileOfOriginal(copy);
        if (file != null) {
          all.put(copy, file);
        }
      }
      return all;
    }

    /** Those whose title is the name of one photo, and of no other file. */
    private void takeTitled() {
      Map<String, String> titled = new HashMap<>();
      for (String photo : waiting) {
        List<String> files = free.stream().filter(file -> isTitled(file, photo)).toList();
        boolean isOnly =
            waiting.stream().map(PlainNames::of).filter(PlainNames.of(photo)::equals).count() == 1;
        if (files.size() == 1 && isOnly) {
          titled.put(photo, files.getFirst());
        }
      }
      titled.forEach((photo, file) -> {
        found.put(photo, file);
        waiting.remove(photo);
        free.remove(file);
      });
    }

    private boolean isTitled(String file, String photo) {
      String name = PlainNames.of(photo);
      String base = base(file, true);
      String whole =
          isPicture(base) || base.lastIndexOf('.') <= 0
              ? base
              : base.substring(0, base.lastIndexOf('.'));
      return titles.get(file) != null
          && PlainNames.of(titles.get(file)).equals(name)
          && base.regionMatches(0, name, 0, 5)
          && !NUMBERED.matcher(base).matches()
          && FileKind.of(whole) != FileKind.FILM;
    }

    private void apply(int rule, boolean plain) {
      Map<String, List<String>> claims = new TreeMap<>();
      for (String photo : waiting) {
        for (String name : expected(rule, plain ? PlainNames.of(photo) : photo)) {
          List<String> called =
              free.stream().filter(file -> base(file, plain).equals(name)).toList();
          if (called.size() == 1) {
            claims.computeIfAbsent(called.getFirst(), any -> new ArrayList<>()).add(photo);
            break;
          }
        }
      }
      claims.forEach((file, photos) -> {
        free.remove(file);
        String owner = owner(file, photos);
        if (owner != null) {
          found.put(owner, file);
          waiting.remove(owner);
        }
      });
    }

    private String owner(String file, List<String> photos) {
      for (String photo : photos) {
        if (photos.stream()
            .allMatch(other -> other.equals(photo) || original(other, stems(photo).getLast()))) {
          return photo;
        }
      }
      List<String> fitting =
          photos.stream().filter(photo -> titleFits(titles.get(file), photo)).toList();
      return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    private static boolean titleFits(String title, String photo) {
      if (title == null) {
        return false;
      }
      Taken said = Taken.apart(PlainNames.of(title));
      Taken name = Taken.apart(PlainNames.of(photo));
      return said.extension().equals(name.extension())
          && name.stems().stream()
              .map(Form::text)
              .anyMatch(stem ->
                  said.stem().equals(stem)
                      || (stem.length() >= 40 && said.stem().startsWith(stem)));
    }

    private static List<Form> stems(String photo) {
      return Taken.apart(PlainNames.of(photo)).stems();
    }

    /** Whether a copy's name is that of an original, which may mean {@code stem}, with a suffix. */
    private static boolean original(String copy, Form stem) {
      Form name = stems(copy).getLast();
      return name.number().equals(stem.number())
          && name.text().startsWith(stem.text())
          && name.text().substring(stem.text().length()).matches("[-_ (][^0-9]*\\p{L}[^0-9]*");
    }

    private String fileOfOriginal(String copy) {
      Map<Form, List<String[]>> photos = new LinkedHashMap<>();
      Map<Form, List<String[]>> deleted = new LinkedHashMap<>();
      found.forEach((photo, file) ->
          stems(photo).forEach(stem -> put(photos, stem, Taken.apart(PlainNames.of(photo)), file)));
      for (String file : free) {
        Matcher numbered = NUMBERED.matcher(base(file, true));
        String text = numbered.matches() ? numbered.group(1) : base(file, true);
        String number = numbered.matches() ? "(" + numbered.group(2) + ")" : "";
        if (!isPicture(text)) {
          int dot = text.lastIndexOf('.');
          text =
              dot > 0 && SUPPLEMENT.startsWith(text.substring(dot)) ? text.substring(0, dot) : "";
        }
        if (isPicture(text)) {
          Taken name = Taken.apart(text);
          put(deleted, new Form(name.stem(), number), name, file);
        }
      }
      return Stream.of(photos, deleted)
          .flatMap(originals -> originals.entrySet().stream())
          .filter(entry -> original(copy, entry.getKey()))
          .max(
              Comparator.<Map.Entry<Form, List<String[]>>>comparingInt(
                      entry -> entry.getKey().text().length())
                  .thenComparing(entry -> entry.getValue().equals(photos.get(entry.getKey()))))
          .map(entry -> only(entry.getValue(), Taken.apart(PlainNames.of(copy)).extension()))
          .orElse(null);
    }

    private static boolean isPicture(String name) {
      FileKind kind = FileKind.of(name);
      return kind.isPhoto() || kind == FileKind.FILM;
    }

    private static void put(
        Map<Form, List<String[]>> originals, Form stem, Taken name, String file) {
      originals
          .computeIfAbsent(stem, any -> new ArrayList<>())
          .add(new String[] {name.extension(), file});
    }

    private static String only(List<String[]> originals, String extension) {
      List<String> all = originals.stream().map(original -> original[1]).distinct().toList();
      List<String> alike =
          originals.stream()
              .filter(original -> original[0].equals(extension))
              .map(original -> original[1])
              .distinct()
              .toList();
      if (all.size() == 1) {
        return all.getFirst();
      }
      return alike.size() == 1 ? alike.getFirst() : null;
    }
  }

  private static String name(Random random) {
    String stem = List.of("a", "A", "a-b", "a(1)", LONG + "y", LONG + "yz-").get(random.nextInt(6));
    String suffix = List.of("", "", "", "(1)", "(2)", "-edited", "_B", "1").get(random.nextInt(8));
    return stem + suffix;
  }

  private static String photo(Random random) {
    return name(random) + List.of(".jpg", ".JPG", ".png").get(random.nextInt(3));
  }

  /** A file's name, often made of one of these photos'. */
  private static String file(Random random, List<String> photos) {
    String name =
        photos.isEmpty() || random.nextInt(4) == 0
            ? photo(random)
            : photos.get(random.nextInt(photos.size()));
    name = random.nextInt(4) == 0 ? Taken.apart(name).stem() : name;
    if (random.nextInt(6) == 0) {
      name = name(random) + ".mp4";
    }
    if (name.length() > 40 && random.nextBoolean()) {
      name = name.substring(0, 40 + random.nextInt(name.length() - 40));
    } else if (random.nextBoolean()) {
      name += ".supplemental-metadata".substring(0, 1 + random.nextInt(22));
    }
    return name + List.of("", "", "(1)", "(2)").get(random.nextInt(4)) + ".json";
  }

  private static Set<String> some(int count, Supplier<String> name) {
    return Stream.generate(name).limit(count).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Test
  void joinsAsTheRulesSay(@Seeded Random random) {
    int pairs = 0;
    int byTitle = 0;
    for (int i = 0; i < FOLDERS; i++) {
      Set<String> photos = some(random.nextInt(7), () -> photo(random));
      Set<String> files = some(random.nextInt(7), () -> file(random, List.copyOf(photos)));
      Map<String, String> titles = new HashMap<>();
      files.forEach(file -> titles.put(file, random.nextBoolean() ? photo(random) : null));

      Map<String, String> joined = TakeoutFolder.join(photos, files, titles::get, () -> false);

      assertThat(joined)
          .as("photos %s, files and titles %s", photos, titles)
          .isEqualTo(new Folder(photos, files, titles).join());
      pairs += joined.size();
      byTitle +=
          joined.equals(TakeoutFolder.join(photos, files, file -> null, () -> false)) ? 0 : 1;
    }
    assertThat(pairs).as("folders are not all without a pair").isGreaterThan(FOLDERS / 2);
    assertThat(byTitle).as("titles decide something").isPositive();
  }
}
