package io.lumiere.bench;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Folders;
import io.lumiere.base.RgbImage;
import io.lumiere.base.Sha256;
import io.lumiere.indexer.FileCounts;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.models.ImageEncoder;
import io.lumiere.schema.Fields;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Reading;
import io.lumiere.schema.store.PhotoWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.OperatingSystemMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/**
 * What a run costs that finds nothing new in a large archive, and one that finds all of it in
 * another folder: time, processor time, and the most of the heap that was in use. The archive is of
 * sparse files that no decoder takes, and the encoder fails, so a photo that was decoded or encoded
 * again would show; its index says that this reader read them, and nothing else of them. Arguments:
 * a folder, and how many files (default 1,000,000). What is there already is used again, so making
 * it can be ended; with {@code unchanged} as a third argument the folder keeps its name.
 */
public final class RescanBench {
  /** No photo is encoded. */
  private static final int DIMENSION = 4;

  private static final EmbeddingModel MODEL =
      new EmbeddingModel("synthetic", "0".repeat(64), DIMENSION);

  private static final int FILES_A_FOLDER = 500;
  private static final int BYTES = 16_384;
  private static final int COMMIT = 50_000;
  private static final ImageInfo IMAGE = new ImageInfo(4000, 3000, 1, "jpeg");

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
    new RescanBench(folder, count).measure(args.length < 3 || !args[2].equals("unchanged"));
  }

  private void measure(boolean moves) throws IOException {
    System.out.printf(
        "%,d files, a heap of %,d MB%n", count, Runtime.getRuntime().maxMemory() >> 20);
    Path here = photos.resolve("here");
    Path elsewhere = photos.resolve("elsewhere");
    if (Files.isDirectory(elsewhere)) {
      Files.move(elsewhere, here);
    } else if (!Files.isDirectory(here)) {
      Files.createDirectories(here);
    }
    fill(reader());
    run("as the last run left it");
    run("nothing has changed");
    if (moves) {
      Files.move(here, elsewhere);
      run("the top folder has another name");
    }
  }

  /** Writes what is not there yet of the files and of their documents. */
  private void fill(String reader) throws IOException {
    try (PhotoWriter writer = PhotoWriter.open(index, () -> false, "")) {
      if (writer.committedData().isEmpty()) {
        writer.describe(new IndexMetadata(IndexModels.of(MODEL), photos.toString()));
      }
      for (int number = writer.count(Fields.SIZE); number < count; number++) {
        Photo photo = Photo.builder("id-" + number, file(number, reader), IMAGE).build();
        writer.replace(List.of(), PhotoDocuments.toDocument(photo, vector(number)));
        if (number % COMMIT == COMMIT - 1) {
          writer.commit();
        }
      }
      writer.settle();
    }
  }

  private static float[] vector(int number) {
    SplittableRandom random = new SplittableRandom(number);
    double angle = random.nextDouble(2 * Math.PI);
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 0, 0};
  }

  /** A sparse file that begins with its number, so that no two have the same content. */
  private PhotoFile file(int number, String reader) throws IOException {
    Path folder = photos.resolve("here/" + number / FILES_A_FOLDER);
    if (number % FILES_A_FOLDER == 0) {
      Files.createDirectories(folder);
    }
    Path file = folder.resolve("IMG_" + number + ".jpg");
    if (!Files.exists(file)) {
      try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
        out.writeInt(number);
        out.setLength(BYTES);
      }
    }
    byte[] content = ByteBuffer.allocate(BYTES).putInt(number).array();
    FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime");
    return new PhotoFile(
        photos.relativize(file).toString(),
        Sha256.of(content),
        BYTES,
        Files.getLastModifiedTime(file).toInstant(),
        null,
        new Reading(reader, changed.to(TimeUnit.MICROSECONDS), null));
  }

  /** What the documents of photos say of the reader: it is asked of an index of one photo. */
  private String reader() throws IOException {
    Path folder = Files.createTempDirectory("lumiere-bench");
    try {
      Path archive = Files.createDirectory(folder.resolve("photos"));
      ImageIO.write(
          new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
          "png",
          archive.resolve("one.png").toFile());
      ModelEncoder encoder = new ModelEncoder(MODEL, One::new);
      new Indexer(archive, folder.resolve("index"), List.of(encoder), IndexerOptions.DEFAULTS)
          .run(ProgressListener.NONE);
      try (DirectoryReader documents =
          DirectoryReader.open(FSDirectory.open(folder.resolve("index")))) {
        Photo photo = PhotoDocuments.fromDocument(documents.storedFields().document(0));
        return Objects.requireNonNull(photo.file().reading().by());
      }
    } finally {
      Folders.delete(folder);
    }
  }

  /** The same vector for whatever it is given. */
  private static final class One implements ImageEncoder {
    @Override
    public int imageSize() {
      return 1;
    }

    @Override
    public float[] encode(RgbImage image) {
      float[] vector = new float[DIMENSION];
      vector[0] = 1;
      return vector;
    }
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
        MODEL,
        () -> {
          throw new IllegalStateException("a photo was to be encoded");
        });
  }

  private static double processorSeconds() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime() / 1e9;
  }
}
