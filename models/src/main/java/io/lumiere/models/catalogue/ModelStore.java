package io.lumiere.models.catalogue;

import io.lumiere.base.Fault;
import io.lumiere.base.Folders;
import io.lumiere.base.LumiereException;
import io.lumiere.base.ProcessLock;
import io.lumiere.models.ModelManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The installed models: a folder with a model's folder each, and the name of the default in the
 * file {@value #DEFAULT}. Safe for several processes at a time: models appear and go at once, and
 * whoever changes something holds a lock. Thread-safe.
 *
 * <p>The starter is built in: it is made again when it is missing, so it cannot be added or
 * removed, and it is the default until the first other model comes.
 */
public final class ModelStore {
  /** The name of the model that is always there. */
  public static final String STARTER = "starter";

  private static final String DEFAULT = "default";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

  /** What {@link Folders#replace} calls a folder under way. */
  private static final Pattern UNDER_WAY = Pattern.compile(".*\\.(new|old)-.*");

  private final Path folder;
  private final Consumer<String> notes;

  /**
   * A store.
   *
   * @param folder that holds the models; made when the first one comes
   */
  public ModelStore(Path folder) {
    this(folder, note -> {});
  }

  /**
   * A store.
   *
   * @param folder that holds the models; made when the first one comes
   * @param notes told if something must wait for another process
   */
  public ModelStore(Path folder, Consumer<String> notes) {
    this.folder = folder.toAbsolutePath().normalize();
    this.notes = notes;
  }

  /** Where the model of that name is or would be. */
  public Path folder(String name) {
    return folder.resolve(checkName(name));
  }

  /**
   * The name, if models may have it.
   *
   * @throws LumiereException if not
   */
  public static String checkName(String name) {
    if (!isName(name)) {
      throw new LumiereException(
          "'"
              + name
              + "' cannot be a model's name: small letters, digits, '.', '_' and '-' can, at most"
              + " 80, a letter or digit first");
    }
    return name;
  }

  /** Whether models may have this name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches()
        && !UNDER_WAY.matcher(name).matches()
        && !name.equals(DEFAULT);
  }

  /** All installed models by name, without the starter; damaged folders are left out. */
  public List<InstalledModel> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<InstalledModel> models = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path path : folders.sorted().toList()) {
        read(path).ifPresent(models::add);
      }
    } catch (IOException e) {
      throw new LumiereException(folder + " cannot be read: " + e, e);
    }
    return models;
  }

  /** The installed model of that name; not the starter. */
  public Optional<InstalledModel> find(String name) {
    return read(folder(name));
  }

  /** The installed model whose vectors an index holds. */
  public Optional<InstalledModel> findByContent(String contentHash) {
    return list().stream().filter(model -> model.hasContent(contentHash)).findFirst();
  }

  /**
   * Adds a model. The first one becomes the default, unless somebody has chosen one.
   *
   * @param filler writes the model into an empty folder; nothing is there if it throws
   * @throws LumiereException if there is one of that name
   */
  public InstalledModel add(String name, Folders.Filler filler) {
    Path target = folder(name);
    return hold(
        folder.resolve("." + name + ".lock"),
        () -> {
          checkFree(name);
          Folders.replace(target, filler);
          InstalledModel added =
              read(target).orElseThrow(() -> new LumiereException("no model came to " + target));
          hold(lock(), () -> chosen().isPresent() || choose(name));
          return added;
        });
  }

  /**
   * Refuses a name that is taken.
   *
   * @throws LumiereException if a model has this name, or none may
   */
  public void checkFree(String name) {
    if (name.equals(STARTER)) {
      throw new LumiereException("the name '" + STARTER + "' is the built-in model's");
    }
    if (Files.exists(folder(name))) {
      throw new LumiereException(
          Fault.MODEL_EXISTS, name, "there is a model " + name + " already", null);
    }
  }

  /**
   * Removes a model. If it was the default, the starter is again.
   *
   * @return whether it was the default
   * @throws LumiereException if there is none of that name
   */
  public boolean remove(String name) {
    Path path = folder(name);
    if (!Files.isDirectory(path)) {
      expect(name);
    }
    return hold(
        lock(),
        () -> {
          boolean wasDefault = defaultName().equals(name);
          if (wasDefault) {
            Files.deleteIfExists(folder.resolve(DEFAULT));
          }
          Path going = Folders.fresh(folder, name + ".old-"); // At once, should this be stopped.
          Files.move(path, going);
          Folders.delete(going);
          return wasDefault;
        });
  }

  /** The name of the model that new indexes are made with: an installed one's, or the starter. */
  public String defaultName() {
    return chosen().filter(name -> name.equals(STARTER) || find(name).isPresent()).orElse(STARTER);
  }

  /**
   * Makes a model the default.
   *
   * @param name of an installed model, or the starter
   * @throws LumiereException if there is none of that name
   */
  public void use(String name) {
    if (!name.equals(STARTER)) {
      expect(name);
    }
    hold(lock(), () -> choose(name));
  }

  /**
   * The installed model of that name.
   *
   * @throws LumiereException if there is none; the message lists those there are
   */
  public InstalledModel expect(String name) {
    return find(name)
        .orElseThrow(() ->
            new LumiereException(
                Fault.MODEL_UNKNOWN,
                "there is no model '"
                    + name
                    + "'; there are: "
                    + String.join(
                        ", ",
                        Stream.concat(Stream.of(STARTER), list().stream().map(InstalledModel::name))
                            .toList())));
  }

  private Optional<InstalledModel> read(Path path) {
    String name = path.getFileName().toString();
    if (UNDER_WAY.matcher(name).matches()
        || !Files.isRegularFile(path.resolve(ModelManifest.FILE))) {
      return Optional.empty();
    }
    try {
      return Optional.of(new InstalledModel(name, path, ModelManifest.read(path)));
    } catch (LumiereException e) {
      return Optional.empty();
    }
  }

  /** What the file of the default says, if it is there and makes sense. */
  private Optional<String> chosen() {
    try {
      Path file = folder.resolve(DEFAULT);
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file).strip()).filter(n -> NAME.matcher(n).matches())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean choose(String name) throws IOException {
    Path fresh = Folders.fresh(folder, DEFAULT + ".new-");
    Files.writeString(fresh, name + "\n");
    Files.move(
        fresh,
        folder.resolve(DEFAULT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  private <T> T hold(Path lock, Callable<T> action) {
    try {
      return new ProcessLock(lock, notes).hold(action);
    } catch (IOException e) {
      throw new LumiereException(
          "the folder of models, "
              + folder
              + ", cannot be written: "
              + e
              + "; LUMIERE_MODELS names another",
          e);
    }
  }

  private Path lock() {
    return folder.resolve(".lock");
  }
}
