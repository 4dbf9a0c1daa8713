package io.lumiere.images.internal.jxl;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.lumiere.images.internal.work.Stop;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * libjxl's memory for one decoder (JxlMemoryManager), up to a limit: a small damaged file can ask
 * for any amount. Must be held while the decoder lives. Thread-safe, as libjxl demands.
 */
final class MemoryLimit {
  /** Each block begins with its size; 16 bytes keep libjxl's part aligned as malloc's is. */
  private static final int HEADER = 16;

  private final long limit;
  private final AtomicLong used;
  private final Allocate allocate = (opaque, size) -> allocate(size);
  private final Free free = (opaque, block) -> release(block);
  private final Memory manager = new Memory(3L * Native.POINTER_SIZE);
  private volatile boolean refused;
  private volatile boolean lacking;

  /** jpegxl_alloc_func. */
  interface Allocate extends Callback {
    long invoke(@Nullable Pointer opaque, long size);
  }

  /** jpegxl_free_func. */
  interface Free extends Callback {
    void invoke(@Nullable Pointer opaque, long block);
  }

  /** At most {@code limit} bytes at a time. */
  MemoryLimit(long limit) {
    this(limit, new AtomicLong());
  }

  /** The same, counted by {@code used}. */
  MemoryLimit(long limit, AtomicLong used) {
    this.limit = limit;
    this.used = used;
    manager.clear();
    manager.setPointer(Native.POINTER_SIZE, CallbackReference.getFunctionPointer(allocate));
    manager.setPointer(2L * Native.POINTER_SIZE, CallbackReference.getFunctionPointer(free));
  }

  /** The JxlMemoryManager. */
  Pointer manager() {
    return manager;
  }

  /** Whether memory was asked for that was not given. */
  boolean refused() {
    return refused;
  }

  /** Whether the system had no memory to give, within the limit. */
  boolean lacking() {
    return lacking;
  }

  /** How much is given at this moment, in bytes. */
  long used() {
    return used.get();
  }

  private long allocate(long size) {
    // The one place where libjxl can be told to end: a file can hold any number of hidden pictures.
    if (Stop.isAsked()) {
      refused = true;
      return 0;
    }
    if (size < 0 || size > limit || used.addAndGet(size) > limit) {
      if (size >= 0 && size <= limit) {
        used.addAndGet(-size);
      }
      refused = true;
      return 0;
    }
    long block = Native.malloc(size + HEADER);
    if (block == 0) {
      used.addAndGet(-size);
      lacking = true;
      refused = true;
      return 0;
    }
    new Pointer(block).setLong(0, size);
    return block + HEADER;
  }

  private void release(long address) {
    if (address != 0) {
      long block = address - HEADER;
      used.addAndGet(-new Pointer(block).getLong(0));
      Native.free(block);
    }
  }
}
