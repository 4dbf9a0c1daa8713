package io.lumiere.indexer.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.internal.ignore.IgnoreRules;
import io.lumiere.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScannerTest {
  @TempDir private Path temp;
  private Path root;
  private Found found = new Found();

  private static final class Found implements ScanSink {
    final List<String> photos = new ArrayList<>();
    final List<String> unreadable = new ArrayList<>();
    final Map<String, Integer> skipped = new TreeMap<>();
    final List<String> ignored = new ArrayList<>();
    final List<String> empty = new ArrayList<>();
    final List<DiskFile> files = new ArrayList<>();
    long looking;

    @Override
    public void photo(DiskFile file) {
      photos.add(file.path());
      files.add(file);
    }

    @Override
    public void skipped(String kind) {
      skipped.merge(kind, 1, Integer::sum);
    }

    @Override
    public void ignored(String path) {
      ignored.add(path);
    }

    @Override
    public void empty(String path) {
      empty.add(path);
    }

    @Override
    public void looking(long photos) {
      looking++;
    }

    @Override
    public void unreadable(String path, String reason, boolean maybePhoto) {
      unreadable.add(path + (maybePhoto ? "!" : ""));
    }
  }

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(temp.resolve("root"));
  }

  private void touch(String... paths) throws IOException {
    for (String path : paths) {
      Files.createDirectories(root.resolve(path).getParent());
      Files.write(root.resolve(path), new byte[] {1});
    }
  }

  private List<String> scan(boolean followLinks) throws IOException {
    found = new Found();
    scan(followLinks, List.of());
    return found.photos;
  }

  private void scan(boolean followLinks, List<String> excludes) throws IOException {
    new Scanner(
            root,
            temp.resolve("no-index"),
            followLinks,
            IgnoreRules.of(excludes),
            () -> false,
            found)
        .scan();
  }

  @Test
  void findsPhotosInTheOrderOfNames() throws IOException {
    touch("b.jpg", "a/z.JPEG", "a/b/c.heic", "c.CR2", "a.txt", "jpg", "noext", "film.mp4");

    assertThat(scan(true)).containsExactly("b.jpg", "c.CR2", "a/z.JPEG", "a/b/c.heic");
    assertThat(found.skipped)
        .containsExactly(
            Map.entry("documents", 1), Map.entry("films", 1), Map.entry("without extension", 2));
    assertThat(found.looking).isGreaterThanOrEqualTo(8);
  }

  @Test
  void passesOverHiddenAndDerivedFolders() throws IOException {
    touch(
        ".hidden.jpg",
        "._a.jpg",
        ".thumbnails/a.jpg",
        "@eaDir/a.jpg",
        "#recycle/a.jpg",
        "__MACOSX/a.jpg",
        "$RECYCLE.BIN/a.jpg",
        "x/lost+found/a.jpg",
        "Cat Previews.lrdata/a.jpg",
        "My.photoslibrary/resources/derivatives/a.jpg",
        "My.photoslibrary/originals/0/a.jpg");

    assertThat(scan(true)).containsExactly("My.photoslibrary/originals/0/a.jpg");
  }

  @Test
  void passesOverWhatALibraryDerivesWhereItIsTheArchiveToo() throws IOException {
    root = Files.createDirectory(temp.resolve("My.photoslibrary"));
    touch("resources/derivatives/a.jpg", "originals/0/a.jpg");

    assertThat(scan(true)).containsExactly("originals/0/a.jpg");
    assertThat(found.skipped).containsExactly(Map.entry("system folders", 1));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void passesOverWhatALibraryDerivesBehindALinkToo() throws IOException {
    Path archive = root;
    root = Files.createDirectory(temp.resolve("My.photoslibrary"));
    touch("resources/derivatives/a.jpg", "originals/0/a.jpg");
    Files.createSymbolicLink(archive.resolve("library"), root);
    root = archive;

    assertThat(scan(true)).containsExactly("library/originals/0/a.jpg");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anIgnoreFileThatNeverEndsIsNotWaitedFor() throws Exception {
    touch("a/one.jpg", "b/two.jpg");
    Process pipe =
        ChildProcess.start(
            new ProcessBuilder("mkfifo", root.resolve("a/.lumiereignore").toString()),
            Duration.ofMinutes(1));
    assertThat(pipe.waitFor()).isZero();

    assertThat(scan(true)).containsExactly("b/two.jpg");
    assertThat(found.unreadable).containsExactly("a!");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsLinksOnceAndNeverInCircles() throws IOException {
    touch("a/one.jpg", "b/two.jpg");
    Path outside = Files.createDirectories(temp.resolve("outside/deep"));
    Files.write(outside.resolve("three.jpg"), new byte[] {1});
    Files.createSymbolicLink(root.resolve("0-again"), root.resolve("a"));
    Files.createSymbolicLink(root.resolve("a/up"), root);
    Files.createSymbolicLink(root.resolve("b/out"), temp.resolve("outside"));
    Files.createSymbolicLink(root.resolve("b/out-again"), outside);
    Files.createSymbolicLink(outside.resolve("home"), root);
    Files.createSymbolicLink(root.resolve("b/everything"), temp);
    Files.createSymbolicLink(root.resolve("link.jpg"), outside.resolve("three.jpg"));
    Files.createSymbolicLink(root.resolve("loop"), root.resolve("loop"));

    assertThat(scan(true))
        .containsExactly("link.jpg", "a/one.jpg", "b/two.jpg", "b/out/deep/three.jpg");
    assertThat(found.unreadable).containsExactly("loop");
    assertThat(scan(false)).containsExactly("link.jpg", "a/one.jpg", "b/two.jpg");
  }

  @Test
  void saysWhichFoldersAreQuiteEmpty() throws IOException {
    touch("a/one.jpg", "hidden/.keep", "ruled/.lumiereignore", "kept/.nomedia");
    Files.createDirectories(root.resolve("b/disk"));

    assertThat(scan(true)).containsExactly("a/one.jpg");
    assertThat(found.empty).containsExactly("b/disk");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void reportsBrokenLinks() throws IOException {
    Files.createSymbolicLink(root.resolve("gone.jpg"), temp.resolve("nowhere.jpg"));
    Files.createSymbolicLink(root.resolve("disk"), temp.resolve("unmounted"));

    assertThat(scan(true)).isEmpty();
    assertThat(found.unreadable).containsExactly("disk", "gone.jpg!");
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void takesNamesThatAreNotUtf8() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", "printf x > \"$(printf 'caf\\351.jpg')\"; printf x > ok.jpg")
            .directory(root.toFile());
    Process shell = ChildProcess.start(builder, Duration.ofMinutes(1));
    assertThat(shell.waitFor()).isZero();

    scan(true);

    List<DiskFile> files = found.files;
    assertThat(files)
        .extracting(DiskFile::path)
        .containsExactlyInAnyOrder("caf\ufffd.jpg", "ok.jpg");
    for (DiskFile file : files) {
      assertThat(Files.size(file.file(root))).isEqualTo(1);
    }
  }

  @Test
  void askedToStopItEndsWithinAFewFiles() throws IOException {
    for (int i = 0; i < 40; i++) {
      touch("a/" + i + ".jpg", "a/" + i + ".jpg.json", "a/" + i + ".xmp");
    }
    int asked = 0;
    while (asked < 10_000 && !endsWhenAskedFor(asked)) {
      asked++;
    }
    assertThat(asked).as("a walk asks for each file, and for each photo again").isGreaterThan(300);
  }

  /** Whether the walk is over before it has asked this many times; if not, it ends there. */
  private boolean endsWhenAskedFor(int times) throws IOException {
    Found some = new Found();
    AtomicInteger asked = new AtomicInteger();
    int[] late = new int[1];
    BooleanSupplier stopped =
        () -> {
          late[0] = some.photos.size() + some.skipped.values().stream().mapToInt(n -> n).sum();
          return asked.getAndIncrement() >= times;
        };
    new Scanner(root, temp.resolve("x"), true, IgnoreRules.of(List.of()), stopped, some).scan();
    int met = some.photos.size() + some.skipped.values().stream().mapToInt(n -> n).sum();
    assertThat(met - late[0]).as("files that are met after the last question").isLessThan(2);
    assertThat(asked.get() - times).as("questions after the first yes").isLessThan(20);
    return asked.get() <= times;
  }
}
