package io.lumiere.bench;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Sha256;
import io.lumiere.indexer.FileCounts;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.PhotoFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.OperatingSystemMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * What a run costs that finds nothing new in a large archive, and one that finds all of it in
 * another folder: time, processor time, and the most of the heap that was in use. The archive is of
 * sparse files that no decoder takes, and the encoder fails, so a photo that was decoded or encoded
 * again would show. Arguments: a folder, and how many files (default 1,000,000). What is there
 * already is used again.
 */
public final class RescanBench {
  /** No photo is encoded. */
  private static final int DIMENSION = 4;

  private static final int FILES_A_FOLDER = 500;
  private static final int BYTES = 16_384;

  private final Path photos;
  private final Path index;
  private final int count;

  private RescanBench(Path folder, int count) {
    this.photos = folder.resolve("photos");
    this.index = folder.resolve("index");
    this.count = count;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    new RescanBench(folder, count).measure();
  }

  private void measure() throws IOException {
    System.out.printf(
        "%,d files, a heap of %,d MB%n", count, Runtime.getRuntime().maxMemory() >> 20);
    Path here = photos.resolve("here");
    Path elsewhere = photos.resolve("elsewhere");
    if (Files.isDirectory(elsewhere)) {
      Files.move(elsewhere, here);
    } else if (!Files.isDirectory(here)) {
      new SyntheticArchive(DIMENSION, new SparseFiles()).write(index, count, photos);
      run("metadata read for the first time");
    }
    run("as the last run left it");
    run("nothing has changed");
    Files.move(here, elsewhere);
    run("the top folder has another name");
  }

  private void run(String what) {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    double processor = processorSeconds();
    IndexReport report =
        new Indexer(photos, index, List.of(encoder()), IndexerOptions.DEFAULTS)
            .run(ProgressListener.NONE);
    FileCounts counts = report.counts();
    System.out.printf(
        "%s: %.1f s, %.1f s of processor time, at most %,d MB of heap; %s%n",
        what,
        report.elapsed().toMillis() / 1e3,
        processorSeconds() - processor,
        heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20,
        counts);
    if (counts.added() > 0 || !report.failures().isEmpty()) {
      throw new IllegalStateException("photos were taken for new: " + report);
    }
  }

  private static ModelEncoder encoder() {
    return new ModelEncoder(
        new EmbeddingModel("synthetic", "0".repeat(64), DIMENSION),
        () -> {
          throw new IllegalStateException("a photo was to be encoded");
        });
  }

  private static double processorSeconds() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime() / 1e9;
  }

  /** Each begins with its number, so that no two have the same content. */
  private final class SparseFiles implements SyntheticArchive.PhotoFiles {
    @Override
    public PhotoFile file(int number) {
      try {
        Path file = photos.resolve("here/" + number / FILES_A_FOLDER + "/IMG_" + number + ".jpg");
        Files.createDirectories(file.getParent());
        ByteBuffer start = ByteBuffer.allocate(Integer.BYTES).putInt(0, number);
        try (SeekableByteChannel channel =
            Files.newByteChannel(
                file,
                Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SPARSE))) {
          channel.write(start);
          channel.position(BYTES - 1).write(ByteBuffer.allocate(1));
        }
        byte[] content = ByteBuffer.allocate(BYTES).putInt(number).array();
        return new PhotoFile(
            photos.relativize(file).toString(),
            Sha256.of(content),
            BYTES,
            Files.getLastModifiedTime(file).toInstant());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public ImageInfo image(int number) {
      return new ImageInfo(4000, 3000, 1, "jpeg");
    }
  }
}
