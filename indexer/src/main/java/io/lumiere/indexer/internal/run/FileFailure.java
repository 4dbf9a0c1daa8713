package io.lumiere.indexer.internal.run;

import org.jspecify.annotations.Nullable;

/** A file that cannot be indexed. */
final class FileFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  private FileFailure(String reason, boolean lasting, @Nullable Throwable cause) {
    super(reason, cause);
    this.lasting = lasting;
  }

  /** The content is at fault: it stays so until the file changes. */
  static FileFailure ofContent(String reason, @Nullable Throwable cause) {
    return new FileFailure(reason, true, cause);
  }

  /** Something outside the file is at fault: the next run tries again. */
  static FileFailure passing(String reason, @Nullable Throwable cause) {
    return new FileFailure(reason, false, cause);
  }

  String reason() {
    String message = getMessage();
    return message == null ? "unknown" : message;
  }

  boolean isLasting() {
    return lasting;
  }
}
