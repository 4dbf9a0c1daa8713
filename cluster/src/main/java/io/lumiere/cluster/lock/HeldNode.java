package io.lumiere.cluster.lock;

import java.util.UUID;

/**
 * A node of ZooKeeper that one program has at a time, and that goes with it. ZooKeeper takes it
 * away when it has not heard of the program for long. Thread-safe.
 */
public final class HeldNode {
  private final ZooKeeperNodes nodes;
  private final String path;
  private final String owner = UUID.randomUUID().toString();

  /**
   * A node that nobody is asked for yet.
   *
   * @param path in a folder that is there
   */
  public HeldNode(ZooKeeperNodes nodes, String path) {
    this.nodes = nodes;
    this.path = path;
  }

  /** Takes it where nobody has it; whether this program has it now. */
  public boolean take() {
    return owner.equals(nodes.read(path))
        || nodes.makePassing(path, owner)
        // Made by a request that ZooKeeper answered to nobody.
        || owner.equals(nodes.read(path));
  }

  /** Lets go of it where this program has it. */
  public void release() {
    nodes.forget(path, owner);
  }
}
