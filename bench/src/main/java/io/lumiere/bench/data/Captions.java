package io.lumiere.bench.data;

import java.util.Random;

/**
 * Invented words: those of a scene, which its captions share, and others that come as often as
 * words do in any language. Immutable and thread-safe.
 */
final class Captions {
  private static final int VOCABULARY = 5_000;
  private static final int SCENE_WORDS = 3;

  private Captions() {}

  /** A photo's caption; empty for two of three. */
  static String caption(int scene, Random random) {
    if (random.nextInt(3) > 0) {
      return "";
    }
    StringBuilder caption = new StringBuilder(sceneWord(scene, random));
    caption.append(' ').append(sceneWord(scene, random));
    for (int i = 2 + random.nextInt(8); i > 0; i--) {
      caption.append(' ').append(word(frequent(random)));
    }
    return caption.toString();
  }

  /** The words of a search: one of a scene's, and one that some captions hold. */
  static String search(int scene, Random random) {
    return sceneWord(scene, random) + " " + word(10 + random.nextInt(200));
  }

  private static String sceneWord(int scene, Random random) {
    return word(VOCABULARY + SCENE_WORDS * scene + random.nextInt(SCENE_WORDS));
  }

  /** The n-th word comes about as often as one in n. */
  private static int frequent(Random random) {
    return (int) Math.pow(VOCABULARY, random.nextDouble()) - 1;
  }

  /** Made of syllables, so that words are as like each other as words are. */
  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = 37 * number + 1_000; rest > 0; rest /= 40) {
      word.append("bdfgklmnprst".charAt(rest % 40 % 12)).append("aeiou".charAt(rest % 40 / 8));
    }
    return word.toString();
  }
}
