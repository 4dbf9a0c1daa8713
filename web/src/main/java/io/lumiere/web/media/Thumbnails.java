package io.lumiere.web.media;

import io.lumiere.base.LumiereException;
import io.lumiere.images.ImageException;
import io.lumiere.images.thumbnail.ThumbnailMaker;
import io.lumiere.images.thumbnail.ThumbnailSize;
import io.lumiere.web.http.HttpProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Thumbnails of photos: from memory, from the folder on disk, else made, the one asked for last
 * first, on as many threads as there are processors. A thumbnail that several ask for at once is
 * made once. Thread-safe.
 */
public final class Thumbnails implements AutoCloseable {
  private static final long MOST_IN_MEMORY = 48L << 20;
  private static final String REASON = "no picture can be made of this photo: ";
  private static final int MOST_WAITING = 256;
  private static final int MOST_THREADS = 8;
  private static final Duration FAILURE_TIME = Duration.ofMinutes(10);

  /** Less than the server gives a request. */
  private static final Duration MOST_WAIT = Duration.ofSeconds(25);

  private final ThumbnailMaker maker = new ThumbnailMaker();
  private final ThumbnailFolder folder;
  private final RecentBytes<ThumbnailKey> memory = new RecentBytes<>(MOST_IN_MEMORY);
  private final RecentFailures<ThumbnailKey> failures = new RecentFailures<>(FAILURE_TIME);
  private final Map<ThumbnailKey, CompletableFuture<byte[]>> running = new ConcurrentHashMap<>();
  private final NewestFirst threads;
  private volatile boolean isClosed;

  /** The file that a thumbnail is of. */
  interface Source {
    /** The file's name, by which some raw files are known. */
    String name();

    /**
     * The file's bytes, whose hash is the key's.
     *
     * @throws HttpProblem if the file is not there, or is another now
     */
    byte[] read();
  }

  /**
   * Thumbnails that are kept in a folder of this process' cache.
   *
   * @param cache Lumiere's cache folder
   */
  public static Thumbnails in(Path cache) {
    Path folder = cache.resolve("thumbnails");
    ThumbnailFolder kept = new ThumbnailFolder(folder, DiskShare.of(cache));
    kept.tidyAside();
    int processors = Runtime.getRuntime().availableProcessors();
    return new Thumbnails(kept, Math.clamp(processors, 1, MOST_THREADS));
  }

  Thumbnails(ThumbnailFolder folder, int threads) {
    this.folder = folder;
    this.threads = new NewestFirst("lumiere-thumbnail", threads, MOST_WAITING);
  }

  /**
   * The thumbnail of a photo, as {@link #get}.
   *
   * @throws HttpProblem also what {@link IndexedFile#read} throws
   */
  public byte[] jpeg(IndexedFile file, ThumbnailSize size) {
    return get(new ThumbnailKey(file.photo().file().contentHash(), size), file);
  }

  /**
   * The same, made on the calling thread where it is not kept, and not kept then: for many photos
   * that nobody looks at now. The caller bounds how many are made at once.
   *
   * @throws HttpProblem of status 404 if the photo cannot be decoded, or what the file throws
   */
  public byte[] jpegAside(IndexedFile file, ThumbnailSize size) {
    byte[] kept = kept(new ThumbnailKey(file.photo().file().contentHash(), size));
    if (kept != null) {
      return kept;
    }
    try {
      return maker.jpeg(file.read(), file.name(), size, () -> isClosed);
    } catch (ImageException e) {
      throw HttpProblem.notFound(REASON + e.getMessage());
    } catch (OutOfMemoryError e) {
      throw tooLittleMemory();
    } catch (CancellationException e) {
      throw busy();
    }
  }

  /**
   * The JPEG.
   *
   * @throws HttpProblem of status 404 if the photo cannot be decoded, with the reason, 503 if too
   *     many are wanted at once, or what the source throws
   */
  byte[] get(ThumbnailKey key, Source source) {
    byte[] kept = kept(key);
    if (kept != null) {
      return kept;
    }
    String failure = failures.find(key);
    if (failure != null) {
      throw HttpProblem.notFound(failure);
    }
    CompletableFuture<byte[]> mine = new CompletableFuture<>();
    CompletableFuture<byte[]> first = running.putIfAbsent(key, mine);
    if (first != null) {
      return await(first);
    }
    byte[] made = memory.find(key); // By a request that ended between the two looks.
    if (made == null) {
      threads.submit(new Making(key, source, mine));
    } else {
      finish(key, mine, made);
    }
    return await(mine);
  }

  private byte @Nullable [] kept(ThumbnailKey key) {
    byte[] recent = memory.find(key);
    if (recent != null) {
      return recent;
    }
    byte[] onDisk = folder.find(key);
    if (onDisk != null) {
      memory.keep(key, onDisk);
    }
    return onDisk;
  }

  private static byte[] await(CompletableFuture<byte[]> thumbnail) {
    try {
      return thumbnail.get(MOST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof HttpProblem problem
          ? new HttpProblem(problem.status(), problem.detail(), problem.members())
          : new IllegalStateException("a thumbnail cannot be made", e.getCause());
    } catch (TimeoutException e) {
      throw busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private static HttpProblem busy() {
    return new HttpProblem(503, "more pictures are asked for than can be made: ask again");
  }

  private static HttpProblem tooLittleMemory() {
    return new HttpProblem(503, "there is too little memory for this picture now");
  }

  private void finish(ThumbnailKey key, CompletableFuture<byte[]> thumbnail, byte[] jpeg) {
    memory.keep(key, jpeg);
    running.remove(key, thumbnail);
    thumbnail.complete(jpeg);
  }

  /** Ends what goes on; what waits is answered. */
  @Override
  public void close() {
    isClosed = true;
    threads.close();
  }

  /** One thumbnail that is being made, or is to be. */
  private final class Making implements NewestFirst.Work {
    private final ThumbnailKey key;
    private final Source source;
    private final CompletableFuture<byte[]> thumbnail;

    Making(ThumbnailKey key, Source source, CompletableFuture<byte[]> thumbnail) {
      this.key = key;
      this.source = source;
      this.thumbnail = thumbnail;
    }

    @Override
    public void run() {
      try {
        byte[] jpeg = maker.jpeg(source.read(), source.name(), key.size(), () -> isClosed);
        folder.keep(key, jpeg);
        finish(key, thumbnail, jpeg);
      } catch (ImageException e) {
        String reason = REASON + e.getMessage();
        failures.add(key, reason);
        fail(HttpProblem.notFound(reason));
      } catch (OutOfMemoryError e) {
        fail(tooLittleMemory());
      } catch (CancellationException e) {
        fail(busy());
      } catch (HttpProblem e) {
        fail(e);
      } catch (LumiereException e) {
        fail(new HttpProblem(503, String.valueOf(e.getMessage()))); // No photo can be decoded.
      } catch (RuntimeException | Error e) {
        fail(e);
      }
    }

    @Override
    public void drop() {
      fail(busy());
    }

    private void fail(Throwable reason) {
      running.remove(key, thumbnail);
      thumbnail.completeExceptionally(reason);
    }
  }

  /** How much of a disk the thumbnails may take. */
  private static final class DiskShare {
    private static final long MOST = 4L << 30;
    private static final long LEAST = 64L << 20;
    private static final int PART_OF_FREE = 10;

    private DiskShare() {}

    static long of(Path cache) {
      long free = nearest(cache).toFile().getUsableSpace();
      return Math.clamp(free / PART_OF_FREE, LEAST, MOST);
    }

    /** The folder itself, or the nearest above it that is there. */
    private static Path nearest(Path folder) {
      @Nullable Path at = folder.toAbsolutePath();
      while (at.getParent() != null && !at.toFile().exists()) {
        at = at.getParent();
      }
      return at;
    }
  }
}
