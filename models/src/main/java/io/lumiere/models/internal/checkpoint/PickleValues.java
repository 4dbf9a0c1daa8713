package io.lumiere.models.internal.checkpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pickle holds here besides {@link String}, {@link Long}, {@link Double}, {@link Boolean},
 * byte arrays, {@code ArrayList<Object>} and {@code LinkedHashMap<Object, Object>}. Containers may
 * contain themselves, so none is ever hashed, compared or printed.
 */
final class PickleValues {
  private PickleValues() {}

  /** Python's None. */
  enum None {
    NONE
  }

  /** A marker on the stack. */
  enum Mark {
    MARK
  }

  /** An immutable sequence. Not a record: equality and printing would follow cycles. */
  static final class Tuple {
    private final List<Object> items;

    Tuple(List<Object> items) {
      this.items = List.copyOf(items);
    }

    List<Object> items() {
      return items;
    }

    int size() {
      return items.size();
    }
  }

  /** An instance of a class of a TorchScript archive: what the pickle says its attributes are. */
  static final class ScriptObject {
    private final Map<Object, Object> attributes = new LinkedHashMap<>();

    Map<Object, Object> attributes() {
      return attributes;
    }
  }

  /** The name of a class or function: a name only, never looked up. */
  record Global(String module, String name) {
    String qualified() {
      return module + "." + name;
    }
  }

  /**
   * A storage: an array of elements outside of the pickle.
   *
   * @param start its first element in the array of that key
   * @param elements how many the pickle says it has
   */
  record Storage(String key, DataType type, long start, long elements) {}

  /** A strided view of a storage. */
  record TensorView(Storage storage, long offset, List<Long> shape, List<Long> strides) {}
}
