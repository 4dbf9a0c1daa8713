package io.lumiere.models.internal.tokenizer;

import java.util.Arrays;

/**
 * Finds all pieces that begin at a place of a text, in one walk: a trie whose edges are in a hash
 * table. Thread-safe once filled.
 */
final class PieceTrie {
  static final int NONE = -1;

  private long[] edges = new long[1 << 12];
  private int[] targets = new int[1 << 12];
  private int[] ids = new int[1 << 12];
  private int nodes = 1;

  PieceTrie() {
    Arrays.fill(ids, NONE);
  }

  /** The node that a walk begins at. */
  int root() {
    return 0;
  }

  /** Adds a piece; one that is there already keeps its id. */
  void add(String piece, int id) {
    int node = root();
    for (int i = 0; i < piece.length(); i++) {
      int next = next(node, piece.charAt(i));
      node = next == NONE ? append(node, piece.charAt(i)) : next;
    }
    if (ids[node] == NONE) {
      ids[node] = id;
    }
  }

  /** The node after {@code c}, or {@link #NONE}. */
  int next(int node, char c) {
    int slot = slot(edges, edge(node, c));
    return edges[slot] == 0 ? NONE : targets[slot];
  }

  /** The id of the piece that ends at a node, or {@link #NONE}. */
  int id(int node) {
    return ids[node];
  }

  private int append(int node, char c) {
    if (nodes == ids.length) {
      ids = Arrays.copyOf(ids, 2 * nodes);
      Arrays.fill(ids, nodes, ids.length, NONE);
    }
    if (2 * nodes >= edges.length) {
      grow();
    }
    int slot = slot(edges, edge(node, c));
    edges[slot] = edge(node, c);
    targets[slot] = nodes;
    return nodes++;
  }

  private void grow() {
    long[] moreEdges = new long[2 * edges.length];
    int[] moreTargets = new int[2 * edges.length];
    for (int i = 0; i < edges.length; i++) {
      if (edges[i] != 0) {
        int slot = slot(moreEdges, edges[i]);
        moreEdges[slot] = edges[i];
        moreTargets[slot] = targets[i];
      }
    }
    edges = moreEdges;
    targets = moreTargets;
  }

  /** Never 0, which marks a free place. */
  private static long edge(int node, char c) {
    return ((node + 1L) << 16) | c;
  }

  private static int slot(long[] edges, long edge) {
    int mask = edges.length - 1;
    int slot = (int) ((edge * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (edges[slot] != edge && edges[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
