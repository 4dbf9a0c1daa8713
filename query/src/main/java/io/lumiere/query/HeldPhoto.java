package io.lumiere.query;

import io.lumiere.query.explain.WordShare;
import io.lumiere.query.hybrid.LegShare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * What the directory that holds a photo says of its part in a search, before others say what comes
 * ahead of it. Immutable; nobody writes to the array.
 *
 * @param dropped what keeps it out, in plain words, each by the words of its filter, or by {@link
 *     #HIDDEN}; where there is any, nothing else is said
 * @param hit where it stands among the hits; null where it is none
 * @param hasVector whether it has one of the model that is searched with
 * @param legs what each leg says of it, without the ranks outside of windows; empty where nothing
 *     ranks in this directory
 * @param outside what {@link io.lumiere.query.hybrid.FusedQuery#scoresOutside} says of it
 * @param words those of the search that it has
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HeldPhoto(
    String id,
    String path,
    Map<String, String> dropped,
    @Nullable FieldDoc hit,
    boolean hasVector,
    List<LegShare> legs,
    float[] outside,
    List<WordShare> words) {
  /** Stands for the words of what hides the photos that others are to be like. */
  static final String HIDDEN = "";

  /** A photo that filters leave out. */
  static HeldPhoto dropped(String id, String path, Map<String, String> dropped) {
    return new HeldPhoto(id, path, dropped, null, false, List.of(), new float[0], List.of());
  }

  /** A value that {@link #of} reads. */
  List<@Nullable Object> value() {
    List<Object> reasons = new ArrayList<>();
    dropped.forEach((filter, reason) -> reasons.add(List.of(filter, reason)));
    return Arrays.asList(
        id,
        path,
        reasons,
        ShareValues.keys(hit),
        hasVector ? 1 : 0,
        legs.stream().map(ShareValues::value).toList(),
        outside,
        words.stream().map(ShareValues::value).toList());
  }

  static HeldPhoto of(ShardValues all) {
    Map<String, String> dropped = new LinkedHashMap<>();
    for (Object each : all.list(2)) {
      ShardValues reason = ShardValues.of(each);
      dropped.put(reason.text(0), reason.text(1));
    }
    return new HeldPhoto(
        all.text(0),
        all.text(1),
        dropped,
        all.hitOrNull(3),
        all.number(4).intValue() != 0,
        all.list(5).stream().map(ShareValues::leg).toList(),
        all.vector(6),
        all.list(7).stream().map(ShareValues::word).toList());
  }
}
