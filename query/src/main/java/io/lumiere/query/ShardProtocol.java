package io.lumiere.query;

/**
 * The names by which a program asks the nodes that hold several directories, and these ask each
 * other: parameters of a request, and what stands in an answer. Constants alone, so thread-safe.
 */
public final class ShardProtocol {
  /** The handler of a node that answers. */
  public static final String HANDLER = "/photos";

  /** What the names of all parameters begin with; the request's own follow it. */
  public static final String PREFIX = "lumiere.";

  /** The field of the vectors that are compared. */
  public static final String MODEL = PREFIX + "model";

  /** A {@link io.lumiere.query.language.PhotoFilter#call}. */
  public static final String FILTER = PREFIX + "filter";

  /** A {@link ShardQuestion} in place of a part of the page. */
  public static final String QUESTION = PREFIX + "question";

  /** What a directory is asked for: a {@link StagedAnswers.Stage}. */
  public static final String STAGE = PREFIX + "stage";

  /** How much of it a directory sends, {@link StagedAnswers#first}; all where this is not given. */
  public static final String FIRST = PREFIX + "first";

  /** The statistics of all directories. */
  public static final String STATISTICS = PREFIX + "statistics";

  /** The windows of all directories, one for each leg. */
  public static final String WINDOW = PREFIX + "leg_window";

  /** Where hits of all directories are cut off. */
  public static final String CUT = PREFIX + "cut";

  /** In an answer: a list of what was asked for, in bytes. */
  public static final String ANSWER = "lumiere";

  /** In an answer of all directories: the names of those that did not answer. */
  public static final String SILENT = "lumiereSilent";

  /** In an answer of all directories: how many there are. */
  public static final String SHARDS = "lumiereShards";

  /**
   * The version of all that is sent, raised by each change of its form: programs and nodes of
   * different ones do not understand each other. In a request it stands as {@code version}.
   */
  static final String VERSION = "6";

  /** How the refusal of a node begins that has another version. */
  public static final String OTHER_VERSION = "the plugin is of another version";

  private ShardProtocol() {}
}
