package io.lumiere.models.internal.checkpoint;

import io.lumiere.models.internal.checkpoint.PickleValues.ScriptObject;
import io.lumiere.models.internal.checkpoint.PickleValues.TensorView;
import io.lumiere.models.internal.checkpoint.PickleValues.Tuple;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tensors in what a pickle built and gives each a name. */
final class StateDict {
  /** Deeper nesting is refused: names would grow with the depth, and no model needs it. */
  private static final int MAX_DEPTH = 64;

  /** Of a name, in characters, and of tensors: no model comes near. */
  static final int MAX_NAME = 1000;

  private static final int MAX_TENSORS = 100_000;

  /**
   * A value by what holds it. A name is put together where a tensor is met: one container may have
   * a long key and a million values.
   */
  private record Node(@Nullable Node parent, Object key, Object value, int depth) {
    Node child(Object childKey, Object child) {
      return new Node(this, childKey, child, depth + 1);
    }

    String path(Path file) {
      Deque<String> keys = new ArrayDeque<>();
      long length = 0;
      for (Node node = this; node.parent != null; node = node.parent) {
        keys.push(node.key.toString());
        length += 1 + keys.peek().length();
        if (length > MAX_NAME) {
          throw new CheckpointException(
              file, "names a tensor by more than " + MAX_NAME + " characters");
        }
      }
      return String.join(".", keys);
    }
  }

  private StateDict() {}

  /**
   * Tensors by name, in order. Names of nested containers are joined by dots. A container that
   * several others refer to, or that contains itself, counts where it is met first.
   */
  static Map<String, TensorView> tensors(Path file, Object root) {
    Map<String, TensorView> found = new LinkedHashMap<>();
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> todo = new ArrayDeque<>();
    todo.push(new Node(null, "", root, 0));
    while (!todo.isEmpty()) {
      Node node = todo.pop();
      if (node.value() instanceof TensorView view) {
        put(file, found, node.path(file), view);
      } else if (node.depth() > MAX_DEPTH) {
        throw new CheckpointException(file, "nests containers more than " + MAX_DEPTH + " deep");
      } else if (seen.add(node.value())) {
        pushChildren(todo, node);
      }
    }
    return found;
  }

  private static void put(Path file, Map<String, TensorView> found, String name, TensorView view) {
    if (found.putIfAbsent(name, view) != null) {
      throw new CheckpointException(file, "has two tensors named " + name);
    }
    if (found.size() > MAX_TENSORS) {
      throw new CheckpointException(file, "has more than " + MAX_TENSORS + " tensors");
    }
  }

  private static void pushChildren(Deque<Node> todo, Node node) {
    Deque<Node> reversed = new ArrayDeque<>();
    if (node.value() instanceof Map<?, ?> map) {
      map.forEach((key, value) -> reversed.push(node.child(key, value)));
    } else if (node.value() instanceof ScriptObject object) {
      object.attributes().forEach((key, value) -> reversed.push(node.child(key, value)));
    } else if (node.value() instanceof List<?> || node.value() instanceof Tuple) {
      List<?> items = node.value() instanceof Tuple t ? t.items() : (List<?>) node.value();
      for (int i = 0; i < items.size(); i++) {
        reversed.push(node.child(i, items.get(i)));
      }
    }
    reversed.forEach(todo::push);
  }
}
