package io.lumiere.models.internal.checkpoint;

import io.lumiere.models.internal.checkpoint.PickleValues.Mark;
import io.lumiere.models.internal.checkpoint.PickleValues.None;
import io.lumiere.models.internal.checkpoint.PickleValues.ScriptObject;
import io.lumiere.models.internal.checkpoint.PickleValues.Storage;
import io.lumiere.models.internal.checkpoint.PickleValues.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A restricted machine for Python's pickle, protocols 2 to 5: the instructions that {@code
 * torch.save} uses. It holds a stack and a memo and never recurses, so that no input can exhaust
 * Java's stack; and it counts what it makes, since a pickle can be packed, and a few bytes can copy
 * a large container.
 *
 * @see <a href="https://github.com/python/cpython/blob/main/Lib/pickletools.py">the
 *     instructions</a>
 */
final class Unpickler {
  private static final int MAX_INTEGER_BYTES = 64;

  private final PickleInput in;
  private final TorchPickles torch;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  Unpickler(PickleInput in) {
    this.in = in;
    this.torch = new TorchPickles(in);
  }

  /** The next pickle of the input. */
  Object load() {
    stack.clear();
    memo.clear();
    for (int op = in.u1(); op != '.'; op = in.u1()) {
      if (!atom(op) && !container(op) && !object(op)) {
        throw in.problem(
            "has instruction 0x%02x, which a file of tensors does not need".formatted(op));
      }
    }
    return pop();
  }

  /** Every storage that the pickles so far referred to, by key. */
  Map<String, Storage> storages() {
    return torch.storages();
  }

  private boolean atom(int op) {
    switch (op) {
      case 'N' -> push(None.NONE);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'J' -> push((long) in.i4());
      case 'K' -> push((long) in.u1());
      case 'M' -> push((long) in.u2());
      case 0x8a -> push(integer(in.u1()));
      case 0x8b -> push(integer(in.i4()));
      case 'G' -> push(in.f8());
      case 'X' -> push(in.utf8(in.u4()));
      case 0x8c -> push(in.utf8(in.u1()));
      case 0x8d -> push(in.utf8(in.i8()));
      case 'T' -> push(in.utf8(in.i4()));
      case 'U' -> push(in.utf8(in.u1()));
      case 'B' -> push(in.bytes(in.u4()));
      case 'C' -> push(in.bytes(in.u1()));
      case 0x8e -> push(in.bytes(in.i8()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean container(int op) {
    switch (op) {
      case '(' -> push(Mark.MARK);
      case ']' -> push(new ArrayList<>());
      case '}' -> push(new LinkedHashMap<>());
      case ')' -> push(new Tuple(List.of()));
      case 't' -> push(new Tuple(popToMark()));
      case 0x85 -> push(new Tuple(pop(1)));
      case 0x86 -> push(new Tuple(pop(2)));
      case 0x87 -> push(new Tuple(pop(3)));
      case 'l' -> push(popToMark());
      case 'd' -> {
        List<Object> items = popToMark();
        push(new LinkedHashMap<>());
        setItems(items);
      }
      case 'a' -> append(pop(1));
      case 'e' -> append(popToMark());
      case 's' -> setItems(pop(2));
      case 'u' -> setItems(popToMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean object(int op) {
    switch (op) {
      case 0x80 -> protocol(in.u1());
      case 0x95 -> in.i8(); // A frame's length: frames only help those who read ahead.
      case '0' -> pop();
      case '1' -> popToMark();
      case '2' -> push(peek());
      case 'q' -> memorise(in.u1());
      case 'r' -> memorise(in.i4());
      case 0x94 -> memorise(memo.size());
      case 'h' -> push(recall(in.u1()));
      case 'j' -> push(recall(in.i4()));
      case 'c' -> push(torch.global(in.line(), in.line()));
      case 0x93 -> {
        List<Object> names = pop(2);
        push(torch.global(text(names.get(0)), text(names.get(1))));
      }
      case 'R' -> {
        List<Object> call = pop(2);
        push(torch.call(call.get(0), call.get(1)));
      }
      case 0x81 -> {
        List<Object> call = pop(2);
        push(torch.object(call.get(0), call.get(1)));
      }
      case 'b' -> build(pop());
      case 'Q' -> push(torch.storage(pop()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void protocol(int version) {
    if (version < 2 || version > 5) {
      throw in.problem("is of protocol " + version + "; 2 to 5 are read");
    }
  }

  private Object integer(int bytes) {
    if (bytes < 0 || bytes > MAX_INTEGER_BYTES) {
      throw in.problem("has an integer of " + bytes + " bytes");
    }
    byte[] little = in.bytes(bytes);
    byte[] big = new byte[bytes + 1]; // One more: no bytes at all need no special case.
    for (int i = 0; i < bytes; i++) {
      big[bytes - i] = little[i];
    }
    big[0] = (byte) (bytes > 0 && big[1] < 0 ? -1 : 0);
    BigInteger value = new BigInteger(big);
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  /** Attributes of what is on top: state dictionaries carry a version table that says nothing. */
  private void build(Object state) {
    if (peek() instanceof ScriptObject object && state instanceof Map<?, ?> attributes) {
      in.count(attributes.size());
      attributes.forEach((key, value) -> torch.put(object.attributes(), key, value));
      return;
    }
    if (!(peek() instanceof Map) || !(state instanceof Map || state instanceof Tuple)) {
      throw in.problem("sets attributes of an object, which is refused");
    }
  }

  private void append(List<Object> items) {
    list(peek()).addAll(items);
  }

  private void setItems(List<Object> items) {
    if (items.size() % 2 != 0 || !(peek() instanceof LinkedHashMap<?, ?>)) {
      throw in.problem("puts items into what is not a dictionary");
    }
    @SuppressWarnings("unchecked") // The only maps on the stack are those made here.
    Map<Object, Object> map = (Map<Object, Object>) peek();
    for (int i = 0; i < items.size(); i += 2) {
      torch.put(map, items.get(i), items.get(i + 1));
    }
  }

  @SuppressWarnings("unchecked") // The only lists on the stack are those made here.
  private List<Object> list(Object value) {
    if (value instanceof ArrayList<?>) {
      return (List<Object>) value;
    }
    throw in.problem("appends to what is not a list");
  }

  private String text(Object value) {
    if (value instanceof String s) {
      return s;
    }
    throw in.problem("names a class by what is not text");
  }

  private void push(Object value) {
    in.count(1);
    stack.add(value);
  }

  private Object peek() {
    if (stack.isEmpty()) {
      throw in.problem("takes from an empty stack");
    }
    Object top = stack.getLast();
    if (top == Mark.MARK) {
      throw in.problem("takes a mark for a value");
    }
    return top;
  }

  private Object pop() {
    Object top = peek();
    stack.removeLast();
    return top;
  }

  private List<Object> pop(int count) {
    Object[] items = new Object[count];
    for (int i = count - 1; i >= 0; i--) {
      items[i] = pop();
    }
    return new ArrayList<>(List.of(items));
  }

  private List<Object> popToMark() {
    int mark = stack.lastIndexOf(Mark.MARK);
    if (mark < 0) {
      throw in.problem("looks for a mark that is not there");
    }
    List<Object> tail = stack.subList(mark + 1, stack.size());
    List<Object> items = new ArrayList<>(tail);
    stack.subList(mark, stack.size()).clear();
    return items;
  }

  private void memorise(int index) {
    in.count(1);
    memo.put(index, peek());
  }

  private Object recall(int index) {
    Object value = memo.get(index);
    if (value == null) {
      throw in.problem("recalls value " + index + ", which it has not stored");
    }
    return value;
  }
}
