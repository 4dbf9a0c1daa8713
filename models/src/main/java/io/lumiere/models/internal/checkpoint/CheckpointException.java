package io.lumiere.models.internal.checkpoint;

import io.lumiere.base.LumiereException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A checkpoint that cannot be read: damaged, of another format, or asking for what is refused. */
final class CheckpointException extends LumiereException {
  private static final long serialVersionUID = 1L;

  public CheckpointException(Path file, String problem) {
    this(file, problem, null);
  }

  public CheckpointException(Path file, String problem, @Nullable Throwable cause) {
    super(file.getFileName() + ": " + problem, cause);
  }
}
