package io.lumiere.app.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one way to a terminal or a pipe: all that is printed goes through {@link PrintedText}, be it
 * a terminal or not, so that a page looks the same through {@code less}. Line breaks come from
 * {@code println} and from formats, never from what is printed. Bytes pass as they are.
 * Thread-safe, as print streams are.
 */
public final class TextOutput extends PrintStream {
  private final Target target;
  private final boolean needed;

  /**
   * An output.
   *
   * @param needed whether there is no use in going on when nobody gets what is printed: then
   *     printing throws {@link OutputLostException}
   */
  TextOutput(OutputStream to, boolean needed) {
    this(new Target(to), needed);
  }

  private TextOutput(Target target, boolean needed) {
    super(target, true, StandardCharsets.UTF_8);
    this.target = target;
    this.needed = needed;
  }

  /** Prints text that may hold control characters, which the caller knows. */
  public void printExact(String text) {
    if (needed) {
      requireReader();
    }
    super.print(text);
  }

  /** Throws if nobody gets what is printed. */
  public void requireReader() {
    if (target.failure != null) {
      throw new OutputLostException(target.failure);
    }
  }

  /** Prints each line of a text, with a line break after it. */
  public void printLines(String text) {
    text.lines().forEach(this::println);
  }

  @Override
  public void print(@Nullable String text) {
    printExact(PrintedText.of(String.valueOf(text)));
  }

  @Override
  public void print(@Nullable Object value) {
    print(String.valueOf(value));
  }

  @Override
  @SuppressWarnings("AnnotateFormatMethod") // As the method that it stands for.
  public PrintStream format(String format, @Nullable Object... values) {
    return format(Locale.ROOT, format, values);
  }

  @Override
  public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... values) {
    @Nullable Object[] safe = values.clone();
    for (int i = 0; i < safe.length; i++) {
      if (safe[i] != null && !(safe[i] instanceof Number)) {
        safe[i] = PrintedText.of(safe[i].toString());
      }
    }
    printExact(String.format(locale, format, safe));
    return this;
  }

  /** Remembers the first failure, which a print stream keeps to itself. */
  private static final class Target extends FilterOutputStream {
    private volatile @Nullable IOException failure;

    Target(OutputStream to) {
      super(to);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    private IOException remembered(IOException e) {
      if (failure == null) {
        failure = e;
      }
      return e;
    }
  }
}
