package io.lumiere.query.group;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * Keeps each group's best document under a sort, and how many it has. A group has one slot in each
 * of the sort's comparators, so that whatever sorts can be grouped. Documents must come in order:
 * of equal ones the first is the best. Not thread-safe.
 */
final class Slots {
  private final GroupKeys keys;
  private final FieldComparator<?>[] comparators;
  private final int[] directions;
  private final Map<Long, Integer> slotOfKey = new HashMap<>();
  private final int[] heads;
  private final int[] counts;
  private long lastKey = GroupNumbers.ALONE;
  private int lastSlot;
  private int used;

  /**
   * Empty slots.
   *
   * @param most how many documents there are at most
   */
  Slots(GroupKeys keys, Sort sort, int most) {
    this.keys = keys;
    SortField[] fields = sort.getSort();
    this.comparators = new FieldComparator<?>[fields.length];
    this.directions = new int[fields.length];
    for (int i = 0; i < fields.length; i++) {
      comparators[i] = fields[i].getComparator(most, Pruning.NONE);
      directions[i] = fields[i].getReverse() ? -1 : 1;
    }
    this.heads = new int[most];
    this.counts = new int[most];
  }

  /** Each group's best document, in no order. */
  int[] heads() {
    return Arrays.copyOf(heads, used);
  }

  /** How many documents each group has, in the order of {@link #heads}. */
  int[] counts() {
    return Arrays.copyOf(counts, used);
  }

  LeafCollector leaf(LeafReaderContext context) throws IOException {
    LeafFieldComparator[] leaves = new LeafFieldComparator[comparators.length];
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] = comparators[i].getLeafComparator(context);
    }
    return new LeafSlots(context.docBase, keys.leaf(context), leaves);
  }

  private final class LeafSlots implements LeafCollector {
    private final int docBase;
    private final GroupNumbers.Segment leafKeys;
    private final LeafFieldComparator[] leaves;

    LeafSlots(int docBase, GroupNumbers.Segment leafKeys, LeafFieldComparator[] leaves) {
      this.docBase = docBase;
      this.leafKeys = leafKeys;
      this.leaves = leaves;
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      for (LeafFieldComparator leaf : leaves) {
        leaf.setScorer(scorer);
      }
    }

    @Override
    public void collect(int doc) throws IOException {
      int slot = slot(leafKeys.key(doc));
      if (slot == used) {
        put(used++, doc);
      } else if (isBetter(doc, slot)) {
        put(slot, doc);
      } else {
        counts[slot]++;
      }
    }

    /** The slot of a group; the first that is not used where the group has none yet. */
    private int slot(long key) {
      if (key == GroupNumbers.ALONE) {
        return used;
      }
      // Neighbouring photos are often of one group.
      if (key != lastKey) {
        Integer known = slotOfKey.putIfAbsent(key, used);
        lastKey = key;
        lastSlot = known == null ? used : known;
      }
      return lastSlot;
    }

    private void put(int slot, int doc) throws IOException {
      for (LeafFieldComparator leaf : leaves) {
        leaf.copy(slot, doc);
      }
      heads[slot] = docBase + doc;
      counts[slot]++;
    }

    private boolean isBetter(int doc, int slot) throws IOException {
      for (int i = 0; i < leaves.length; i++) {
        leaves[i].setBottom(slot);
        int order = directions[i] * leaves[i].compareBottom(doc);
        if (order != 0) {
          return order > 0;
        }
      }
      return false;
    }
  }
}
