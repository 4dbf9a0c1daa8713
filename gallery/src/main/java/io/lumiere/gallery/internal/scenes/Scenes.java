package io.lumiere.gallery.internal.scenes;

import java.util.List;
import java.util.stream.Stream;

/** All painted scenes. */
public final class Scenes {
  /** Raise it when any scene looks different: archives painted before are then painted again. */
  public static final int VERSION = 3;

  private static final List<Scene> ALL =
      Stream.of(Sunsets.SCENES, Nights.SCENES, Mountains.SCENES, Landscapes.SCENES)
          .flatMap(List::stream)
          .toList();

  private Scenes() {}

  /** Every scene, in a fixed order. */
  public static List<Scene> all() {
    return ALL;
  }

  /**
   * The scene of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Scene byId(String id) {
    return ALL.stream()
        .filter(scene -> scene.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no scene \"" + id + "\""));
  }
}
