package io.lumiere.query;

import io.lumiere.query.group.Group;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.group.GroupCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/** The groups of the hits of several directories. Not thread-safe. */
final class SharedGroups {
  private final KeyOrder order;
  private final Map<GroupCode, InAll> groups = new HashMap<>();
  private int count;

  /** A group, as far as the directories have said. */
  private static final class InAll {
    private FieldDoc head;
    private int photos;

    InAll(FieldDoc head) {
      this.head = head;
    }
  }

  /**
   * A group of all directories.
   *
   * @param head its best hit
   */
  record Headed(GroupCode code, FieldDoc head, int photos) {
    Group group() {
      return code.group(photos);
    }
  }

  private SharedGroups(KeyOrder order) {
    this.order = order;
  }

  /** Asks for the groups. */
  static SharedGroups of(SharedQuestions questions, SharedHits hits, GroupBy by, KeyOrder order) {
    SharedGroups all = new SharedGroups(order);
    for (ShardValues answer : questions.values(new ShardQuestion.Heads(by))) {
      all.count += answer.number(0).intValue();
      for (Object each : answer.list(1)) {
        ShardValues group = ShardValues.of(each);
        all.add(
            ShardQuestion.code(group.list(0)),
            group.number(1).intValue(),
            hits.add(ShardCandidate.of(group.list(2))));
      }
    }
    // Photos that are alone were counted, whether they were sent or not.
    all.count += (int) all.groups.keySet().stream().filter(code -> !isAlone(code)).count();
    return all;
  }

  private static boolean isAlone(GroupCode code) {
    return code.by() == GroupBy.BURST && code.parts().size() > 1;
  }

  private void add(GroupCode code, int photos, FieldDoc head) {
    InAll group = groups.computeIfAbsent(code, first -> new InAll(head));
    group.photos += photos;
    group.head = order.compare(head, group.head) < 0 ? head : group.head;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /**
   * The first groups in the order of their heads.
   *
   * @param after the head of the last group before; null where there is none
   */
  List<Headed> first(int most, @Nullable FieldDoc after) {
    List<Headed> headed = new ArrayList<>();
    groups.forEach((code, group) -> {
      if (after == null || order.compare(group.head, after) > 0) {
        headed.add(new Headed(code, group.head, group.photos));
      }
    });
    headed.sort((a, b) -> order.compare(a.head(), b.head()));
    return headed.subList(0, Math.min(headed.size(), most));
  }
}
