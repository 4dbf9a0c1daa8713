package io.lumiere.web.archives;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumiere.base.LumiereException;
import io.lumiere.web.kept.KeptFile;
import io.lumiere.web.kept.KeptFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file that lists the archives which were opened, and archives that are known as long as the
 * gallery runs, without being listed. Thread-safe, and safe with other processes.
 */
final class ArchiveRegistry {
  /** The most archives that are kept. */
  static final int MOST = 200;

  private static final long MOST_BYTES = 1L << 20;
  private static final String ARCHIVES = "archives";

  private final KeptFile<List<ArchiveEntry>> file;
  private final AtomicReference<@Nullable ArchiveEntry> held = new AtomicReference<>();

  ArchiveRegistry(Path file) {
    this.file = new KeptFile<>(file, MOST_BYTES, new Format());
  }

  /** All of them: the one that is held, and those of the file in the order of their addition. */
  List<ArchiveEntry> all() {
    return Stream.concat(Stream.ofNullable(held.get()), file.get().stream()).toList();
  }

  /** Holds an archive as long as the gallery runs: its index may be gone at the next start. */
  void hold(SearchedIndex index, String name) {
    String id = ArchiveIds.of(name, taken -> isTaken(file.get(), taken));
    held.set(new ArchiveEntry(id, shortened(name), index, null));
  }

  /** Whether an archive is held, and so cannot be removed. */
  boolean isHeld(String id) {
    ArchiveEntry entry = held.get();
    return entry != null && entry.id().equals(id);
  }

  private static boolean isTaken(List<ArchiveEntry> entries, String id) {
    return entries.stream().anyMatch(entry -> entry.id().equals(id));
  }

  Optional<ArchiveEntry> find(String id) {
    return all().stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  Optional<ArchiveEntry> findByIndex(Path index) {
    return find(file.get(), index);
  }

  /** Adds an archive, unless one with that index is there, which is then returned. */
  ArchiveEntry add(Path index, String name) {
    List<ArchiveEntry> after =
        file.change(before -> {
          if (find(before, index).isPresent()) {
            return before;
          }
          if (before.size() >= MOST) {
            throw new LumiereException(
                "there are " + MOST + " archives already: forget some first");
          }
          String id = ArchiveIds.of(name, taken -> isHeld(taken) || isTaken(before, taken));
          List<ArchiveEntry> all = new ArrayList<>(before);
          all.add(new ArchiveEntry(id, shortened(name), index, null));
          return List.copyOf(all);
        });
    return find(after, index).orElseThrow();
  }

  /** Takes an archive off the list, which deletes nothing else. */
  void remove(String id) {
    file.change(before -> before.stream().filter(entry -> !entry.id().equals(id)).toList());
  }

  /** Puts a changed entry in the place of an archive's, if that is still listed. */
  void update(String id, UnaryOperator<ArchiveEntry> change) {
    held.updateAndGet(
        entry -> entry != null && entry.id().equals(id) ? change.apply(entry) : entry);
    file.change(before ->
        before.stream().map(entry -> entry.id().equals(id) ? change.apply(entry) : entry).toList());
  }

  private static Optional<ArchiveEntry> find(List<ArchiveEntry> entries, Path index) {
    return entries.stream().filter(entry -> entry.isAt(index)).findFirst();
  }

  private static String shortened(String name) {
    String whole = name.isBlank() ? "Archive" : name.strip();
    return whole.substring(0, Math.min(whole.length(), ArchiveEntry.LONGEST_NAME));
  }

  /** The entries as they stand in the file. */
  private static final class Format implements KeptFormat<List<ArchiveEntry>> {
    @Override
    public String what() {
      return "the list of archives";
    }

    @Override
    public List<ArchiveEntry> empty() {
      return List.of();
    }

    @Override
    public List<ArchiveEntry> read(JsonNode json) {
      if (!json.path(ARCHIVES).isArray()) {
        throw new IllegalArgumentException("it lacks the array \"" + ARCHIVES + "\"");
      }
      List<ArchiveEntry> entries = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      for (JsonNode node : json.path(ARCHIVES)) {
        ArchiveEntry entry = entry(node);
        if (!ids.add(entry.id())) {
          throw new IllegalArgumentException("the id \"" + entry.id() + "\" is there twice");
        }
        entries.add(entry);
      }
      return List.copyOf(entries);
    }

    private static ArchiveEntry entry(JsonNode node) {
      try {
        return new ArchiveEntry(
            text(node, "id"),
            text(node, "name"),
            Path.of(text(node, "index")),
            node.path("model").isTextual() ? text(node, "model") : null);
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException("\"" + e.getInput() + "\" is not a path", e);
      }
    }

    private static String text(JsonNode node, String member) {
      @Nullable String text = node.path(member).textValue();
      if (text == null) {
        throw new IllegalArgumentException("an archive lacks the text \"" + member + "\"");
      }
      return text;
    }

    @Override
    public JsonNode write(List<ArchiveEntry> entries) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      for (ArchiveEntry entry : entries) {
        ObjectNode node = json.withArray(ARCHIVES).addObject();
        node.put("id", entry.id()).put("name", entry.name());
        node.put("index", entry.index().toString());
        if (entry.model() != null) {
          node.put("model", entry.model());
        }
      }
      json.withArray(ARCHIVES);
      return json;
    }
  }
}
