package io.lumiere.indexer.internal.takeout;

import java.util.List;

/**
 * A photo's file name, taken apart.
 *
 * @param stem what stands before the extension
 * @param extension with its dot; empty for none
 */
record PhotoName(String stem, String extension) {
  static PhotoName of(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? new PhotoName(name, "")
        : new PhotoName(name.substring(0, dot), name.substring(dot));
  }

  /**
   * What the stem may mean: itself, and where it ends in a number, the stem of a copy with that
   * number. {@code IMG_1(2).jpg} is the second copy of {@code IMG_1.jpg}, or simply called so.
   */
  List<NumberedName> stems() {
    NumberedName split = NumberedName.split(stem);
    NumberedName whole = NumberedName.whole(stem);
    return split.isNumbered() ? List.of(whole, split) : List.of(whole);
  }

  /**
   * The same of the whole name: {@code IMG_1(2).jpg}, {@code IMG_1.jpg} with the number 2, and
   * {@code IMG_1.jpg(2)}.
   */
  List<NumberedName> names() {
    NumberedName split = NumberedName.split(stem);
    NumberedName whole = NumberedName.whole(stem + extension);
    return split.isNumbered()
        ? List.of(
            whole,
            split.append(extension),
            NumberedName.whole(split.text() + extension + "(" + split.number() + ")"))
        : List.of(whole);
  }
}
