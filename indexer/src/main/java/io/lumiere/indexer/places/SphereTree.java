package io.lumiere.indexer.places;

import java.nio.FloatBuffer;

/**
 * Points on the Earth as unit vectors in a k-d tree without pointers (Bentley 1975): the middle of
 * each range splits it by the axis of its depth, so the order of the points is the tree. Distances
 * are chords, so neither poles nor the date line are special. Thread-safe.
 */
final class SphereTree {
  private static final double EARTH_KM = 6371.0088;

  private final FloatBuffer points;
  private final int count;

  /** Receives a point within a distance. */
  interface Visitor {
    void visit(int index, double kilometres);
  }

  /**
   * A tree over points in the tree's order.
   *
   * @param points x, y and z of each
   */
  SphereTree(FloatBuffer points, int count) {
    this.points = points;
    this.count = count;
  }

  /** The unit vector of a place in degrees. */
  static double[] point(double latitude, double longitude) {
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude);
    return new double[] {
      Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)
    };
  }

  /** The nearest point up to {@code limit} kilometres away; -1 where there is none. */
  int nearest(double[] to, double limit) {
    Nearest nearest = new Nearest(chord(limit));
    nearest(to, 0, count, 0, nearest);
    return nearest.index;
  }

  /** Great-circle distance of a point. */
  double kilometres(int index, double[] to) {
    return kilometres(Math.sqrt(square(index, to)));
  }

  /** Visits all points up to {@code limit} kilometres away, in no order. */
  void visit(double[] to, double limit, Visitor visitor) {
    visit(to, chord(limit), 0, count, 0, visitor);
  }

  private static final class Nearest {
    private int index = -1;
    private double chord;

    Nearest(double limit) {
      this.chord = limit;
    }
  }

  private void nearest(double[] to, int from, int end, int axis, Nearest best) {
    if (from >= end) {
      return;
    }
    int middle = (from + end) >>> 1;
    double chord = Math.sqrt(square(middle, to));
    if (chord <= best.chord) {
      best.chord = chord;
      best.index = middle;
    }
    double beyond = to[axis] - points.get(3 * middle + axis);
    int next = (axis + 1) % 3;
    boolean left = beyond < 0;
    nearest(to, left ? from : middle + 1, left ? middle : end, next, best);
    if (Math.abs(beyond) <= best.chord) {
      nearest(to, left ? middle + 1 : from, left ? end : middle, next, best);
    }
  }

  private void visit(double[] to, double limit, int from, int end, int axis, Visitor visitor) {
    if (from >= end) {
      return;
    }
    int middle = (from + end) >>> 1;
    double chord = Math.sqrt(square(middle, to));
    if (chord <= limit) {
      visitor.visit(middle, kilometres(chord));
    }
    double beyond = to[axis] - points.get(3 * middle + axis);
    int next = (axis + 1) % 3;
    if (beyond <= limit) {
      visit(to, limit, from, middle, next, visitor);
    }
    if (beyond >= -limit) {
      visit(to, limit, middle + 1, end, next, visitor);
    }
  }

  private double square(int index, double[] to) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double difference = to[axis] - points.get(3 * index + axis);
      sum += difference * difference;
    }
    return sum;
  }

  private static double chord(double kilometres) {
    return 2 * Math.sin(kilometres / EARTH_KM / 2);
  }

  private static double kilometres(double chord) {
    return 2 * EARTH_KM * Math.asin(Math.min(1, chord / 2));
  }
}
