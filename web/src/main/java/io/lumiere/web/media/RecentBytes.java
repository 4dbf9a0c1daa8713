package io.lumiere.web.media;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays of bytes in memory, of which the latest used stay, up to a sum. Thread-safe. */
final class RecentBytes<K> {
  private final long most;
  private final Map<K, byte[]> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long sum;

  /** Keeps at most so many bytes. */
  RecentBytes(long most) {
    this.most = most;
  }

  synchronized byte @Nullable [] find(K key) {
    return entries.get(key);
  }

  synchronized void keep(K key, byte[] bytes) {
    byte[] before = entries.put(key, bytes);
    sum += bytes.length - (before == null ? 0 : before.length);
    Iterator<byte[]> oldest = entries.values().iterator();
    while (sum > most && oldest.hasNext()) {
      sum -= oldest.next().length;
      oldest.remove();
    }
  }
}
