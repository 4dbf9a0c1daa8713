package io.lumiere.cluster.ingest;

import io.lumiere.base.LumiereException;
import io.lumiere.base.Plural;
import io.lumiere.cluster.collection.Configset;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.lock.CollectionLock;
import io.lumiere.cluster.lock.HeldNode;
import io.lumiere.cluster.lock.Pause;
import io.lumiere.cluster.lock.ZooKeeperNodes;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.SharedWork;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The work of several runs on one collection, in ZooKeeper:
 *
 * <ul>
 *   <li>{@code members/MEMBER}: a run, as long as it lives; the text is the job that it does.
 *   <li>{@code jobs/JOB}: what all of them have in common, and in how many parts the work is.
 *   <li>{@code jobs/JOB/taken/PART}: somebody does it, and lives.
 *   <li>{@code jobs/JOB/begun/PART}: somebody has begun it, who may have died.
 *   <li>{@code jobs/JOB/done/PART}
 * </ul>
 *
 * A job whose members are all gone is forgotten: what they did is in the collection. For one
 * thread, but for {@link #requireHeld} and {@link #newId}.
 */
final class SharedJob implements SharedWork {
  private static final String FOLDER = "/lumiere/shared";
  private static final String PARTS = "parts";

  /** With fewer files a part, parts begin and end all the time. */
  private static final int FILES_IN_PART = 2_000;

  /** In small archives there are parts for so many machines, if each gets some files. */
  private static final int MACHINES = 64;

  private static final int LEAST_FILES_IN_PART = 16;
  private static final int MOST_PARTS = 1_024;
  private static final long PAUSE_MILLIS = 250;

  /** What the job asks of the collection. */
  interface Photos {
    /** The photos at these paths. */
    Map<String, KnownPhoto> at(Collection<String> paths);

    /** Makes visible what somebody who died has sent. */
    void commit();
  }

  private final PhotoCollection collection;
  private final ZooKeeperNodes nodes;
  private final Photos photos;
  private final BooleanSupplier stopped;
  private final String member;
  private final String root;
  private String job = "";
  private int parts;
  private Set<String> done = Set.of();
  private volatile @Nullable HeldNode taken;

  private SharedJob(PhotoCollection collection, Photos photos, BooleanSupplier stopped) {
    this.collection = collection;
    this.nodes = new ZooKeeperNodes(collection, stopped);
    this.photos = photos;
    this.stopped = stopped;
    this.root = FOLDER + "/" + collection.name();
    this.member = root + "/members/" + UUID.randomUUID();
  }

  /** Becomes a member, which does no job yet. The caller has the collection's lock. */
  static SharedJob enter(PhotoCollection collection, Photos photos, BooleanSupplier stopped) {
    SharedJob entered = new SharedJob(collection, photos, stopped);
    entered.nodes.ensure(entered.root + "/members");
    entered.nodes.ensure(entered.root + "/jobs");
    entered.stay();
    return entered;
  }

  /**
   * Makes sure that no runs share the work on a collection; the caller has its lock.
   *
   * @throws LumiereException if they do, and are not about to end
   */
  static void requireNone(PhotoCollection collection, BooleanSupplier stopped) {
    ZooKeeperNodes nodes = new ZooKeeperNodes(collection, stopped);
    long end = System.nanoTime() + CollectionLock.PATIENCE.toNanos();
    while (true) {
      int members = nodes.list(FOLDER + "/" + collection.name() + "/members").size();
      if (members == 0) {
        return;
      }
      if (stopped.getAsBoolean() || System.nanoTime() >= end) {
        throw new LumiereException(
            "the work on "
                + collection.address()
                + " is shared by "
                + Plural.of(members, "machine")
                + ": take part by --shared, or wait for its end");
      }
      Pause.millis(PAUSE_MILLIS);
    }
  }

  @Override
  public int join(Map<String, String> terms, int files) {
    while (!stopped.getAsBoolean()) {
      try (CollectionLock lock = CollectionLock.take(collection, stopped)) {
        lock.requireHeld();
        String current = current();
        if (current == null) {
          begin(terms, files);
          return parts;
        }
        if (!isOver(current)) {
          join(current, terms);
          return parts;
        }
      }
      // Its members are about to leave, and would not do what this one has found.
      Pause.millis(PAUSE_MILLIS);
    }
    return 0;
  }

  /** The job that living members do; null if there is none. Other jobs are removed. */
  private @Nullable String current() {
    Set<String> lively = new HashSet<>();
    for (String name : nodes.list(root + "/members")) {
      lively.add(text(root + "/members/" + name));
    }
    String current = null;
    for (String name : nodes.list(root + "/jobs")) {
      if (lively.contains(name)) {
        current = name;
      } else {
        nodes.remove(root + "/jobs/" + name);
      }
    }
    return current;
  }

  private boolean isOver(String name) {
    int all = Integer.parseInt(described(name).getOrDefault(PARTS, "0")) + 1;
    return nodes.list(root + "/jobs/" + name + "/done").size() == all;
  }

  private Map<String, String> described(String name) {
    return Configset.userData(text(root + "/jobs/" + name), root);
  }

  /** Empty where there is none. */
  private String text(String path) {
    String text = nodes.read(path);
    return text == null ? "" : text;
  }

  private void begin(Map<String, String> terms, int files) {
    int most = Math.max(1, Math.min(MACHINES, files / LEAST_FILES_IN_PART));
    parts = Math.min(MOST_PARTS, Math.max(most, files / FILES_IN_PART));
    job = UUID.randomUUID().toString();
    Map<String, String> described = new TreeMap<>(terms);
    described.put(PARTS, Integer.toString(parts));
    String path = root + "/jobs/" + job;
    nodes.make(path, Configset.properties(described));
    for (String folder : List.of("begun", "taken", "done")) {
      nodes.make(path + "/" + folder, "");
    }
    stay();
  }

  private void join(String current, Map<String, String> terms) {
    Map<String, String> described = described(current);
    terms.forEach((name, mine) -> {
      String theirs = described.getOrDefault(name, "");
      if (!theirs.equals(mine)) {
        throw new LumiereException(
            String.format(
                "the machines that share the work on %s have another %s: '%s' there, '%s' here;"
                    + " run the same command on all of them",
                collection.address(), name.replace('-', ' '), theirs, mine));
      }
    });
    job = current;
    parts = Integer.parseInt(described.getOrDefault(PARTS, "0"));
    stay();
  }

  /** Makes sure that it is known that this run lives, and does the job. */
  private void stay() {
    if (!nodes.makePassing(member, job)) {
      nodes.write(member, job);
    }
  }

  @Override
  public OptionalInt take() {
    requireHeld();
    if (nodes.read(path()) == null) {
      throw new LumiereException(
          "ZooKeeper could not hear this machine for so long that others do its part of the work on"
              + " "
              + collection.address()
              + "; what was committed is safe, and the same command takes part again");
    }
    stay();
    done = new HashSet<>(nodes.list(path() + "/done"));
    Set<String> others = new HashSet<>(nodes.list(path() + "/taken"));
    // Not all begin with the same part, which one alone would get.
    int first = ThreadLocalRandom.current().nextInt(parts);
    for (int i = 0; i < parts; i++) {
      int part = (first + i) % parts;
      if (!isDone(part) && !others.contains(Integer.toString(part)) && isTaken(part)) {
        return OptionalInt.of(part);
      }
    }
    boolean isLast = done.size() == parts && !isDone(parts);
    return isLast && isTaken(parts) ? OptionalInt.of(parts) : OptionalInt.empty();
  }

  private boolean isTaken(int part) {
    HeldNode node = new HeldNode(nodes, path() + "/taken/" + part);
    if (!node.take()) {
      return false;
    }
    if (nodes.read(path() + "/done/" + part) != null) {
      node.release();
      return false;
    }
    taken = node;
    if (!nodes.make(path() + "/begun/" + part, "")) {
      photos.commit();
    }
    return true;
  }

  @Override
  public void done(int part) {
    requireHeld();
    nodes.make(path() + "/done/" + part, "");
    leave();
  }

  @Override
  public boolean isDone(int part) {
    return done.contains(Integer.toString(part));
  }

  @Override
  public Map<String, KnownPhoto> now(Collection<String> paths) {
    return photos.at(paths);
  }

  @Override
  public String newId(String path) {
    return UUID.nameUUIDFromBytes((job + "/" + path).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Makes sure that nobody else does the part that was taken. */
  void requireHeld() {
    HeldNode node = taken;
    if (node != null && !node.take()) {
      throw new LumiereException(
          "another machine does the part of the work on "
              + collection.address()
              + " that this one had, since ZooKeeper could not hear it; what was committed is safe,"
              + " and the same command takes part again");
    }
  }

  /** Lets go of everything; others do what this one has not done. */
  void close() {
    leave();
    nodes.forget(member, job);
  }

  private void leave() {
    HeldNode node = taken;
    if (node != null) {
      node.release();
      taken = null;
    }
  }

  private String path() {
    return root + "/jobs/" + job;
  }
}
