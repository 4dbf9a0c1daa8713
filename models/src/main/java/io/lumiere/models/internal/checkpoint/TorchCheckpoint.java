package io.lumiere.models.internal.checkpoint;

import io.lumiere.models.internal.checkpoint.PickleValues.Storage;
import io.lumiere.models.internal.checkpoint.PickleValues.TensorView;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What both of PyTorch's formats share: views of storages that lie outside of the pickle. */
abstract class TorchCheckpoint implements Checkpoint {
  private record Entry(TensorInfo info, TensorView view) {}

  private final Path file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  TorchCheckpoint(Path file, Object root) {
    this.file = file;
    StateDict.tensors(file, root)
        .forEach((name, view) -> entries.put(name, new Entry(check(name, view), view)));
  }

  /** How many bytes a storage can have at most, by the file around it. */
  abstract long most(String key);

  /** These bytes of a storage, little-endian. */
  abstract ByteBuffer read(String key, long position, long length);

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  @Override
  public TensorInfo info(String name) {
    return entry(name).info();
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new CheckpointException(file, "has no tensor named " + name);
    }
    return entry;
  }

  @Override
  public float[] floats(String name) {
    TensorInfo info = entry(name).info();
    if (info.elements() == 0) {
      return new float[0];
    }
    TensorView view = entry(name).view();
    int bytes = info.type().bytes();
    // The pickle may say of its storage what it likes.
    if ((long) info.elements() * bytes > most(view.storage().key())) {
      throw new CheckpointException(file, "storage " + view.storage().key() + " is cut short");
    }
    ByteBuffer buffer =
        read(
            view.storage().key(),
            (view.storage().start() + view.offset()) * bytes,
            (lastElement(view) + 1) * bytes);
    float[] values = new float[info.elements()];
    gather(info, view.strides(), buffer, values);
    return values;
  }

  /** Walks the view in row-major order like an odometer. */
  private static void gather(
      TensorInfo info, List<Long> strides, ByteBuffer buffer, float[] values) {
    int rank = info.shape().size();
    int[] at = new int[rank];
    long place = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = info.type().read(buffer, (int) place);
      for (int d = rank - 1; d >= 0; d--) {
        place += strides.get(d);
        if (++at[d] < info.shape().get(d)) {
          break;
        }
        place -= at[d] * strides.get(d);
        at[d] = 0;
      }
    }
  }

  /** Where the view's last element lies, counted from its first. */
  private static long lastElement(TensorView view) {
    long last = 0;
    for (int d = 0; d < view.shape().size(); d++) {
      last += (view.shape().get(d) - 1) * view.strides().get(d);
    }
    return last;
  }

  private TensorInfo check(String name, TensorView view) {
    Storage storage = view.storage();
    long elements = TensorInfo.countElements(view.shape());
    boolean inBounds =
        view.shape().size() == view.strides().size()
            && elements >= 0
            && elements <= storage.elements() // A repeating view could be of any size.
            && storage.start() <= Long.MAX_VALUE / 16
            && storage.elements() <= Long.MAX_VALUE / 16
            && view.offset() <= storage.elements()
            && view.strides().stream().allMatch(s -> s <= TensorInfo.MAX_ELEMENTS)
            && (elements == 0 || lastElement(view) < storage.elements() - view.offset())
            && (elements == 0 || lastElement(view) < TensorInfo.MAX_ELEMENTS);
    if (!inBounds) {
      throw new CheckpointException(
          file,
          "tensor %s of shape %s, strides %s and offset %d is not inside its storage of %d elements"
              .formatted(name, view.shape(), view.strides(), view.offset(), storage.elements()));
    }
    return new TensorInfo(storage.type(), view.shape().stream().map(Long::intValue).toList());
  }
}
