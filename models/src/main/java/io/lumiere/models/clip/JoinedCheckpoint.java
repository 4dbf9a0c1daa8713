package io.lumiere.models.clip;

import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.models.internal.checkpoint.TensorInfo;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Two checkpoints as one: the names of the second begin with a prefix. Closes both. */
final class JoinedCheckpoint implements Checkpoint {
  private final Checkpoint first;
  private final String prefix;
  private final Checkpoint second;
  private final Set<String> names = new LinkedHashSet<>();

  JoinedCheckpoint(Checkpoint first, String prefix, Checkpoint second) {
    this.first = first;
    this.prefix = prefix;
    this.second = second;
    names.addAll(first.names());
    second.names().forEach(name -> names.add(prefix + name));
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  @Override
  public TensorInfo info(String name) {
    return isSecond(name) ? second.info(name.substring(prefix.length())) : first.info(name);
  }

  @Override
  public float[] floats(String name) {
    return isSecond(name) ? second.floats(name.substring(prefix.length())) : first.floats(name);
  }

  private boolean isSecond(String name) {
    return name.startsWith(prefix) && !first.names().contains(name);
  }

  @Override
  public void close() {
    try {
      first.close();
    } finally {
      second.close();
    }
  }
}
