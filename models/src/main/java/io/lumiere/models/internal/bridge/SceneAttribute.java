package io.lumiere.models.internal.bridge;

/**
 * What the eye sees before it names an object: light, weather, ground and colour. The order is the
 * order of the scene dimensions in every vector, so a change here is a change of the model.
 */
public enum SceneAttribute {
  SUNSET(
      "sunset, sunrise, dusk: the evening sky glowing orange, pink and gold while the sun is low"
          + " over the horizon"),
  NIGHT("night, darkness: a dark scene after nightfall with stars, the moon or city lights"),
  BLUE_SKY("blue sky: a clear blue sky on a bright sunny day"),
  CLOUDS("clouds, overcast: a cloudy grey sky"),
  STORM("storm, dark clouds: a dark stormy sky before rain and thunder"),
  FOG("fog, mist, haze: a grey misty morning with poor visibility"),
  SNOW("snow, winter: white snow and ice covering the ground in cold weather"),
  WATER("water, sea, lake, ocean: calm blue water"),
  BEACH("beach, sand: a sandy shore beside the sea"),
  GRASS("grass, meadow, lawn: a green grassy field"),
  MONOCHROME("black and white, monochrome: a black and white photograph in shades of grey"),
  RED("red: a red thing, bright red colour"),
  ORANGE("orange: orange colour"),
  YELLOW("yellow: yellow colour"),
  GREEN("green, foliage: green leaves, trees and plants"),
  BLUE("blue: blue colour"),
  PURPLE("purple, violet: purple colour"),
  PINK("pink: pink colour"),
  BROWN("brown: brown colour"),
  WHITE("white: a white background"),
  BLACK("black: a black background");

  private final String prompt;

  SceneAttribute(String prompt) {
    this.prompt = prompt;
  }

  /** A text that says it in the manner of a dictionary; a query is compared with this. */
  public String prompt() {
    return prompt;
  }
}
