package io.lumiere.web.jobs;

import java.util.Locale;

/** How a job stands. */
enum JobState {
  RUNNING,
  PAUSED,
  DONE,
  FAILED,
  STOPPED;

  boolean isEnd() {
    return this == DONE || this == FAILED || this == STOPPED;
  }

  /** As the API names it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
