package io.lumiere.indexer.internal.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is passed over while one photo's metadata are read. For one thread. */
final class Notes {
  private static final int MAX_NOTES = 20;
  private static final int MAX_LENGTH = 300;

  private final Set<String> notes = new LinkedHashSet<>();

  /** Adds a sentence. */
  void add(String note) {
    String clean = Texts.clean(note, MAX_LENGTH);
    if (clean != null && notes.size() < MAX_NOTES) {
      notes.add(clean);
    }
  }

  /** Whether a sentence tells of damage, and not of a date that is not believed. */
  static boolean isDamage(String note) {
    return note.contains(" damaged")
        || note.contains("cannot be read")
        || note.contains("no JSON that can be read");
  }

  List<String> list() {
    return List.copyOf(notes);
  }
}
