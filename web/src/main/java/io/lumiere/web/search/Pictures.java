package io.lumiere.web.search;

import io.lumiere.base.RgbImage;
import io.lumiere.images.DecodedImage;
import io.lumiere.images.ImageDecoder;
import io.lumiere.images.ImageException;
import io.lumiere.images.thumbnail.ThumbnailMaker;
import io.lumiere.images.thumbnail.ThumbnailSize;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.HttpProblem;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that clients sent to search with. They are decoded small and kept in memory only: the
 * last {@value #MOST}, and fewer where they take more than {@value #MOST_BYTES} bytes. Thread-safe.
 */
final class Pictures {
  static final int MOST = 64;
  static final long MOST_BYTES = 128L << 20;

  /** No encoder takes more pixels on the short side. */
  private static final int SHORT_SIDE = 512;

  private final Map<String, Picture> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final ImageDecoder decoder = new ImageDecoder();

  /** A picture takes its pixels in memory while it is decoded. */
  private final Semaphore decoding = new Semaphore(2);

  /**
   * A picture.
   *
   * @param width of the file, in pixels as displayed
   * @param height likewise
   * @param vectors by the content hash of the model
   */
  record Picture(RgbImage image, int width, int height, Map<String, float[]> vectors) {
    long bytes() {
      return image.rgb().length;
    }

    /** A small JPEG of it. */
    byte[] jpeg() {
      return ThumbnailMaker.jpeg(image, ThumbnailSize.SMALL);
    }
  }

  /**
   * Decodes and keeps a picture.
   *
   * @return what identifies it
   * @throws HttpProblem of status 422 if it cannot be decoded
   */
  String keep(byte[] file) throws InterruptedException {
    Picture picture;
    decoding.acquire();
    try {
      DecodedImage decoded = decoder.decode(file, "picture", SHORT_SIDE);
      picture =
          new Picture(
              decoded.image(), decoded.width(), decoded.height(), new ConcurrentHashMap<>());
    } catch (ImageException e) {
      throw HttpProblem.unprocessable("the picture cannot be read: " + e.getMessage());
    } finally {
      decoding.release();
    }
    String id = UUID.randomUUID().toString();
    keep(id, picture);
    return id;
  }

  private synchronized void keep(String id, Picture picture) {
    kept.put(id, picture);
    long bytes = kept.values().stream().mapToLong(Picture::bytes).sum();
    Iterator<Picture> oldestFirst = kept.values().iterator();
    while (kept.size() > 1 && (kept.size() > MOST || bytes > MOST_BYTES)) {
      bytes -= oldestFirst.next().bytes();
      oldestFirst.remove();
    }
  }

  /** A picture; empty if it is not kept. */
  synchronized Optional<Picture> find(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  /** The vector of a picture by the model of an archive; null if there is no such picture. */
  float @Nullable [] vector(String id, OpenArchive archive) {
    return find(id)
        .map(picture ->
            picture
                .vectors()
                .computeIfAbsent(
                    archive.model().contentHash(),
                    hash -> archive.encoder().images().encode(picture.image())))
        .orElse(null);
  }
}
