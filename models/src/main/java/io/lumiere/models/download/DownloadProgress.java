package io.lumiere.models.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a download is. Immutable.
 *
 * @param file its name
 * @param done bytes that are there, those of earlier runs among them
 * @param total bytes of the file; 0 while nobody has said
 * @param bytesPerSecond in this run so far
 * @param remaining about how long it will take; null where that cannot be told
 */
public record DownloadProgress(
    String file, long done, long total, double bytesPerSecond, @Nullable Duration remaining) {
  static DownloadProgress of(String file, long done, long total, long fetched, Duration elapsed) {
    double seconds = elapsed.toNanos() / 1e9;
    double rate = seconds > 0 ? fetched / seconds : 0;
    boolean known = rate > 0 && total > done;
    return new DownloadProgress(
        file,
        done,
        total,
        rate,
        known ? Duration.ofSeconds(Math.round((total - done) / rate)) : null);
  }
}
