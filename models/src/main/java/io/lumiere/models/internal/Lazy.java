package io.lumiere.models.internal;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made on first use, once. Thread-safe. */
public final class Lazy<T> {
  private final Supplier<T> maker;
  private @Nullable T value;

  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** The value; made now if it was not before. What making it throws is thrown here. */
  public synchronized T get() {
    T made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }

  /** Does something with the value if it was made. */
  public synchronized void ifMade(Consumer<? super T> action) {
    if (value != null) {
      action.accept(value);
    }
  }
}
