package io.lumiere.indexer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs in surroundings that a test cannot make for itself. */
@DisabledOnOs(OS.WINDOWS)
class ChildRunTest {
  @TempDir private Path temp;

  @Test
  void aFullDiskIsSaidAndWhatWasCommittedIsSafe() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", 400);
    // What the native libraries need is on the disk before it is full.
    new Workspace(temp.resolve("before")).withPhotos("p", 1).run();
    // No file may grow beyond 16 KiB: writing fails as it does on a full disk.
    Process child = ChildRun.startInShell("ulimit -f 32", work.archive, work.index, Map.of());

    String output = new String(child.getInputStream().readAllBytes(), UTF_8);

    assertThat(child.waitFor()).isNotZero();
    assertThat(output)
        .contains("index " + work.index + " cannot be written: ")
        .contains("the next run goes on from there");
    int saved = work.open().photos().size();
    IndexReport report = work.run();
    assertThat(report.counts().unchanged()).isEqualTo(saved);
    assertThat(report.photos()).isEqualTo(400);
  }

  @Test
  void whatALibraryIsMissingForStaysAndIsTriedAgain() throws Exception {
    Workspace work = new Workspace(temp).withPhotos("p", 1);
    work.run();
    byte[] good = Pictures.jpeg(5);
    // The header of a JPEG XL of 64 x 64 pixels.
    byte[] other = Arrays.copyOf(new byte[] {-1, 0x0a, 0x4f, 0x02}, good.length);
    Pictures.write(work.file("p/0.jpg"), other);
    Pictures.write(work.file("new.jxl"), other);
    Path libjxl = Files.createDirectory(temp.resolve("libjxl"));
    Files.writeString(libjxl.resolve("libjxl.so"), "no library");
    Process child =
        ChildRun.startInShell(
            ":", work.archive, work.index, Map.of("LUMIERE_LIBJXL", libjxl.toString()));

    String output = new String(child.getInputStream().readAllBytes(), UTF_8);

    assertThat(child.waitFor()).as(output).isZero();
    assertThat(work.open().photos()).containsOnlyKeys("p/0.jpg");
    assertThat(work.open().failures()).containsOnlyKeys("new.jxl", "p/0.jpg");
    assertThat(work.open().failures().get("new.jxl"))
        .contains("libjxl is needed", libjxl.toString())
        .doesNotContain("\n");
    FileTime time = Files.getLastModifiedTime(work.file("new.jxl"));
    Pictures.write(work.file("p/0.jpg"), good);
    Pictures.write(work.file("new.jxl"), good);
    Files.setLastModifiedTime(work.file("new.jxl"), time);
    assertThat(work.run().failures()).isEmpty();
    assertThat(work.open().photos()).containsOnlyKeys("new.jxl", "p/0.jpg");
    assertThat(work.open().failures()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.MAC)
  void namesAreReadAsUtf8WhateverTheLocale() throws Exception {
    Workspace work = new Workspace(temp);
    Pictures.write(work.file("été/写真.jpg"), 1);
    Process child =
        ChildRun.startInShell(":", work.archive, work.index, Map.of("LC_ALL", "C", "LANG", "C"));

    String output = new String(child.getInputStream().readAllBytes(), UTF_8);

    assertThat(child.waitFor()).as(output).isZero();
    assertThat(work.open().photos()).containsOnlyKeys("été/写真.jpg");
    assertThat(Files.exists(work.file(work.open().photos().keySet().iterator().next()))).isTrue();
    assertThat(work.run().counts().unchanged()).isEqualTo(1);
  }
}
