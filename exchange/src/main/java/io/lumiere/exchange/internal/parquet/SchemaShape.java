package io.lumiere.exchange.internal.parquet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.parquet.format.SchemaElement;

/** Checks that a schema's list of elements is a tree, before the library walks down into it. */
final class SchemaShape {
  /**
   * A column of lists needs 3; columns of other programs are skipped, but this deep no table goes.
   */
  private static final int MAX_DEPTH = 32;

  private static final int MAX_ELEMENTS = 10_000;
  private static final int MAX_TYPE_LENGTH = 1 << 16;

  private SchemaShape() {}

  static void check(List<SchemaElement> elements) throws IOException {
    if (elements.isEmpty() || elements.size() > MAX_ELEMENTS) {
      throw new IOException(
          "its schema has " + elements.size() + " elements: it takes 1 to " + MAX_ELEMENTS);
    }
    Deque<Integer> open = new ArrayDeque<>(); // How many children each group still lacks.
    for (int i = 0; i < elements.size(); i++) {
      SchemaElement element = elements.get(i);
      boolean isRoot = i == 0;
      if (!isRoot) {
        require(!open.isEmpty(), element);
        open.push(open.pop() - 1);
      }
      open.push(children(element, isRoot));
      require(open.size() <= MAX_DEPTH, element);
      while (!open.isEmpty() && open.peek() == 0) {
        open.pop();
      }
    }
    if (!open.isEmpty()) {
      throw new IOException("its schema has fewer columns than it says");
    }
  }

  private static int children(SchemaElement element, boolean isRoot) throws IOException {
    int children = element.isSetNum_children() ? element.getNum_children() : 0;
    int length = element.isSetType_length() ? element.getType_length() : 0;
    require(children >= 0 && children < MAX_ELEMENTS, element);
    require(isRoot || element.isSetType() != children > 0, element);
    require(isRoot || element.isSetRepetition_type(), element);
    require(length >= 0 && length <= MAX_TYPE_LENGTH, element);
    return children;
  }

  private static void require(boolean holds, SchemaElement element) throws IOException {
    if (!holds) {
      throw new IOException("its schema cannot be: element " + element.getName());
    }
  }
}
