package io.lumiere.indexer.internal.takeout;

/**
 * A photo that looks for its JSON file.
 *
 * @param name its file name
 * @param exact the name taken apart
 * @param plain the same of the name in the form in which spellings do not differ
 */
record Photo(String name, PhotoName exact, PhotoName plain) {
  static Photo of(String name) {
    return new Photo(name, PhotoName.of(name), PhotoName.of(PlainNames.of(name)));
  }

  /** Whether this photo's name is the other's with a suffix: an edited copy's, perhaps. */
  boolean extendsNameOf(Photo other) {
    NumberedName longer = plain.stems().getLast();
    NumberedName shorter = other.plain.stems().getLast();
    return longer.number().equals(shorter.number())
        && longer.text().startsWith(shorter.text())
        && EditedCopies.isSuffix(longer.text().substring(shorter.text().length()));
  }
}
