package io.lumiere.indexer.internal.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects notes on what is ignored while one photo's metadata are read. For one thread. */
final class Notes {
  private static final int MAX_NOTES = 20;
  private static final int MAX_LENGTH = 300;

  private final Set<String> notes = new LinkedHashSet<>();
  private boolean damaged;
  private boolean unread;

  /** Adds a sentence. */
  void add(String note) {
    String clean = Texts.clean(note, MAX_LENGTH);
    if (clean != null && notes.size() < MAX_NOTES) {
      notes.add(clean);
    }
  }

  /** Adds a sentence about damage; one about an implausible date is not about damage. */
  void addDamage(String note) {
    damaged = true;
    add(note);
  }

  /** Notes a file beside the photo that is there and cannot be read this time. */
  void addUnread(String name) {
    unread = true;
    addDamage(name + " cannot be read");
  }

  /** Whether a file beside the photo could not be read. */
  boolean isUnread() {
    return unread;
  }

  /** Whether a sentence was about damage. */
  boolean isDamaged() {
    return damaged;
  }

  List<String> list() {
    return List.copyOf(notes);
  }
}
