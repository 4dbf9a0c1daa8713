package io.lumiere.bench.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An endless archive whose embeddings resemble CLIP's, in the order in which its photos were taken.
 *
 * <p>Photos come in events of 20 on average. An event shows a scene: one that was photographed
 * before, the early ones more often, or, three times of ten, a new one. A scene is a mixture of the
 * crops of three real pictures plus noise, an event its scene plus noise, a photo its event plus
 * noise; one photo of seven is a burst's next, nearly like the one before it. All images share one
 * direction and all texts another, as CLIP's do (two photos of different things have a cosine near
 * .5), so a text is far from every photo. Texts are real ones.
 *
 * <p>The same numbers come every time, and the first n photos do not depend on how many follow. Not
 * thread-safe.
 */
final class PhotoGenerator {
  /** How much of a vector's square is what all images, or all texts, share. */
  private static final double IMAGES_SHARE = 0.5;

  private static final double TEXTS_SHARE = 0.5;

  /** The cosine of what all images share and what all texts share. */
  private static final double GAP = 0.3;

  private static final double REAL_SCENE = 0.75;
  private static final double SCENE_NOISE = 0.8;
  private static final double EVENT_NOISE = 0.65;
  private static final double PHOTO_NOISE = 0.7;
  private static final double BURST_NOISE = 0.15;

  private static final double NEW_SCENE = 0.3;
  private static final int EVENT_PHOTOS = 20;
  private static final int BURST_ONE_IN = 7;
  private static final int SEARCHED_SCENES = 100;

  private final RealEmbeddings real;
  private final Noise noise;
  private final float[] allImages;
  private final float[] allTexts;
  private final Random random;
  private final List<float[]> scenes = new ArrayList<>();

  private int scene;
  private int event = -1;
  private int left;
  private float[] centre = {};
  private float[] last = {};

  /**
   * A photo.
   *
   * @param vector of unit length; it is the caller's
   * @param scene the number of what it shows
   * @param event the number of its event
   * @param burst whether it goes on a burst with the photo before it
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  record Made(float[] vector, int scene, int event, boolean burst) {}

  PhotoGenerator(RealEmbeddings real, int dimension, long seed) {
    this.random = new Random(seed);
    this.real = real.projected(dimension, new Random(seed + 1));
    this.noise = new Noise(this.real, dimension, new Random(seed + 2));
    Random shared = new Random(seed + 3);
    this.allImages = Vec.random(dimension, shared);
    this.allTexts = Vec.random(dimension, shared);
    Vec.scale(allTexts, (float) Math.sqrt(1 - GAP * GAP));
    Vec.add(allTexts, (float) GAP, allImages);
    Vec.unit(allTexts);
  }

  Made next() {
    if (left == 0) {
      beginEvent();
    }
    boolean burst = last.length > 0 && random.nextInt(BURST_ONE_IN) == 0;
    float[] content = burst ? last.clone() : centre.clone();
    noise.add(content, burst ? BURST_NOISE : PHOTO_NOISE, random);
    last = Vec.unit(content);
    left--;
    return new Made(image(content), scene, event, burst);
  }

  /**
   * Goes on until there are all scenes that {@link #query} takes. So those who stopped early search
   * for the same as those who go on, and exact answers stay right when an archive grows.
   */
  void showSearchedScenes() {
    while (scenes.size() < SEARCHED_SCENES) {
      next();
    }
  }

  /** A photo to search with, that is not in the archive: of one of its first scenes. */
  float[] query(Random other) {
    float[] content = scenes.get(other.nextInt(SEARCHED_SCENES)).clone();
    noise.add(content, EVENT_NOISE, other);
    Vec.unit(content);
    noise.add(content, PHOTO_NOISE, other);
    return image(Vec.unit(content));
  }

  /** Text {@code number}, any number: they repeat after some thousands. */
  float[] text(int number) {
    int spread = (int) (number * 2_654_435_761L % real.texts().length);
    return shared(real.texts()[spread], allTexts, TEXTS_SHARE);
  }

  private void beginEvent() {
    event++;
    left = 1 + (int) (-Math.log(1 - random.nextDouble()) * EVENT_PHOTOS);
    last = new float[0];
    if (scenes.isEmpty() || random.nextDouble() < NEW_SCENE) {
      scenes.add(newScene());
      scene = scenes.size() - 1;
    } else {
      double early = random.nextDouble() * random.nextDouble();
      scene = (int) (early * scenes.size());
    }
    centre = scenes.get(scene).clone();
    noise.add(centre, EVENT_NOISE, random);
    Vec.unit(centre);
  }

  private float[] newScene() {
    float[] made = new float[allImages.length];
    for (int i = 0; i < 3; i++) {
      float weight = (float) -Math.log(1 - random.nextDouble());
      Vec.add(made, weight, real.images()[random.nextInt(real.images().length)]);
    }
    Vec.scale(Vec.unit(made), (float) REAL_SCENE);
    noise.add(made, SCENE_NOISE, random);
    return Vec.unit(made);
  }

  private float[] image(float[] content) {
    return shared(content, allImages, IMAGES_SHARE);
  }

  private static float[] shared(float[] content, float[] direction, double share) {
    float[] vector = content.clone();
    Vec.scale(vector, (float) Math.sqrt(1 - share));
    Vec.add(vector, (float) Math.sqrt(share), direction);
    return Vec.unit(vector);
  }
}
