package io.lumiere.query.hybrid;

/**
 * A vector of at most 64 components that are whole numbers of four bits, from -8 to 7, times a
 * step. Not thread-safe.
 */
final class CoarseVector {
  private static final int LEAST = -8;
  private static final int MOST = 7;
  private static final int ROUNDS = 4;

  /** The best step for components that are normally distributed, as a part of their deviation. */
  private static final float NORMAL_STEP = .335f;

  private final int[] numbers;
  private final float step;

  CoarseVector(float[] vector) {
    float squares = 0;
    float greatest = 0;
    for (float component : vector) {
      squares += component * component;
      greatest = Math.max(greatest, Math.abs(component));
    }
    float normal = NORMAL_STEP * (float) Math.sqrt(squares / vector.length);
    float wide = greatest / -LEAST; // Where a few components are far greater than the others.
    int[] first = new int[vector.length];
    int[] second = new int[vector.length];
    float ofFirst = improved(normal, vector, first);
    float ofSecond = improved(wide, vector, second);
    boolean isFirst = error(vector, first, ofFirst) <= error(vector, second, ofSecond);
    this.numbers = isFirst ? first : second;
    this.step = isFirst ? ofFirst : ofSecond;
  }

  /** Rounds to steps, and takes the step that fits what came out best, some times over. */
  private static float improved(float begin, float[] vector, int[] numbers) {
    float step = begin;
    for (int round = 0; round < ROUNDS && step > 0; round++) {
      round(vector, 1 / step, numbers);
      float product = 0;
      int squares = 0;
      for (int i = 0; i < vector.length; i++) {
        product += numbers[i] * vector[i];
        squares += numbers[i] * numbers[i];
      }
      step = squares == 0 ? 0 : product / squares;
    }
    return step;
  }

  /** Made of vector instructions, which Math.round is not. */
  private static void round(float[] vector, float perStep, int[] numbers) {
    for (int i = 0; i < vector.length; i++) {
      int number = (int) (vector[i] * perStep - LEAST + .5f) + LEAST;
      numbers[i] = Math.max(LEAST, Math.min(MOST, number));
    }
  }

  private static float error(float[] vector, int[] numbers, float step) {
    float squares = 0;
    for (int i = 0; i < vector.length; i++) {
      float difference = vector[i] - step * numbers[i];
      squares += difference * difference;
    }
    return squares;
  }

  /** What a component of 1 stands for. */
  float step() {
    return step;
  }

  /** The sum of all whole numbers. */
  int sum() {
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }

  /** One bit of each component, from the lowest bit on. */
  long bits(int bit) {
    long bits = 0;
    for (int i = 0; i < numbers.length; i++) {
      bits |= (numbers[i] >> bit & 1L) << i;
    }
    return bits;
  }
}
