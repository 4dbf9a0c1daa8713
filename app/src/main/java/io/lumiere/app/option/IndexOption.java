package io.lumiere.app.option;

import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.workspace.Home;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names an index. Not thread-safe. */
public final class IndexOption {
  // A text: as a path, solr:// would lose a slash.
  @Option(
      names = "--index",
      paramLabel = "INDEX",
      description = "The index. Default: $LUMIERE_INDEX, else ~/.local/share/lumiere/index")
  @Nullable String given;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec mixee;

  /**
   * The index's directory.
   *
   * @throws IllegalArgumentException if a collection is named, or what cannot be a path
   */
  public Path resolve(Home home) {
    if (isCollection(home)) {
      throw new IllegalArgumentException(
          (given == null ? "$LUMIERE_INDEX is " : "--index ")
              + named(home)
              + ": 'lumiere "
              + command()
              + "' takes no collection: "
              + CollectionReasons.of(command())
              + ", see docs/cluster.md");
    }
    try {
      return home.index(given == null ? null : Path.of(given));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("--index " + given + " is not a path", e);
    }
  }

  /**
   * The collection that is named in place of an index; null where none is.
   *
   * @throws IllegalArgumentException if it is not the address of one
   */
  public @Nullable CollectionAddress collection(Home home) {
    String named = named(home);
    return isCollection(home) && named != null ? CollectionAddress.parse(named) : null;
  }

  /** Whether a collection is named in place of an index. */
  public boolean isCollection(Home home) {
    String named = named(home);
    return named != null && CollectionAddress.isMeant(named);
  }

  private String command() {
    return mixee == null ? "" : mixee.name();
  }

  private @Nullable String named(Home home) {
    return given == null ? home.namedIndex() : given;
  }

  /** Takes this for what the option names. */
  public void give(String index) {
    given = index;
  }

  /** Whether the option itself was given. */
  public boolean isGiven() {
    return given != null;
  }
}
