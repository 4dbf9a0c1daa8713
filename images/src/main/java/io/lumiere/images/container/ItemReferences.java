package io.lumiere.images.container;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The box iref: which items belong to which others (ISO/IEC 14496-12, 8.11.12). Immutable and
 * thread-safe.
 */
public final class ItemReferences {
  /** References of one type from one item to others, in their order. */
  private record Reference(String type, long from, List<Long> to) {}

  private final List<Reference> references = new ArrayList<>();

  ItemReferences(@Nullable Box iref) {
    if (iref == null) {
      return;
    }
    boolean wide = iref.version() > 0;
    for (Box child : Box.all(iref.content(), 4)) {
      ByteCursor in = new ByteCursor(child.content(), 0);
      long from = wide ? in.u32() : in.u16();
      List<Long> to = new ArrayList<>();
      for (int left = in.u16(); left > 0; left--) {
        to.add(wide ? in.u32() : in.u16());
      }
      references.add(new Reference(child.type(), from, to));
    }
  }

  /** What an item refers to; nothing where it has no such reference. */
  public List<Long> from(String type, long from) {
    for (Reference reference : references) {
      if (reference.type().equals(type) && reference.from() == from) {
        return reference.to();
      }
    }
    return List.of();
  }

  /** The items that refer to this one. */
  public List<Long> to(String type, long to) {
    return references.stream()
        .filter(reference -> reference.type().equals(type) && reference.to().contains(to))
        .map(Reference::from)
        .toList();
  }
}
