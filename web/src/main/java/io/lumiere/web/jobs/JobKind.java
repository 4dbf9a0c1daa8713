package io.lumiere.web.jobs;

/** What a job does. */
enum JobKind {
  INDEX("index"),
  ADD_MODEL("add-model"),
  REINDEX("reindex");

  private final String word;

  JobKind(String word) {
    this.word = word;
  }

  /** As the API names it. */
  String word() {
    return word;
  }
}
