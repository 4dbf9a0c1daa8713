package io.lumiere.exchange.internal.jsonl;

import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowCompletion;
import io.lumiere.exchange.internal.rows.RowDocuments;
import io.lumiere.testing.Fuzz;
import io.lumiere.testing.Mutations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Damage to a file of JSON lines costs at most the damaged lines. */
class LinesFuzzTest {
  private static final String LINES =
      """
      {"lumiere":{"lumiere.archive":"/photos","lumiere.schema":"4"},"id":"i","path":"a/b.jpg",\
      "vector":[0.6,0.8],"vector_model":"m@%s","taken":"2021-07-04T18:30:00","taken_offset":"+02:00",\
      "modified":"2021-07-04T16:30:00Z","width":4000,"height":3000,"size":12345,"keywords":["a","b"],\
      "latitude":38.7,"longitude":-9.1,"exposure":0.01,"kind":["panorama"],"rating":5}
      {"path":"c.jpg","iso":100.0,"taken":1625423400500,"modified":1625416200000,"title":null}
      {"failure_path":"d.jpg","failure_reason":"r","failure_size":1,"failure_modified":"2021-07-04T16:30:00Z"}
      """
          .formatted("c3".repeat(32));

  @Test
  void damagedLinesAreRefused() throws IOException {
    Fuzz.target("jsonl")
        .inputs(List.of(LINES.getBytes(StandardCharsets.UTF_8)))
        .suffix(".jsonl")
        .times(3_000)
        .limit(Duration.ofSeconds(10))
        .mutatedBy(Mutations.TEXT)
        .run(input -> read(new ByteArrayInputStream(input.bytes())));
  }

  /** Whether all lines could be read. */
  private static boolean read(InputStream in) throws IOException {
    RowCompletion completion = new RowCompletion(null);
    boolean isGood = true;
    try (JsonlSource source = new JsonlSource(in, Set.of("ignored"), () -> 0)) {
      while (true) {
        try {
          Row row = source.next();
          if (row == null) {
            return isGood;
          }
          if (RowDocuments.isFailure(row)) {
            RowDocuments.failure(row);
          } else {
            String path = completion.path(row);
            completion.complete(row, path, RowCompletion.id(path));
            RowDocuments.photo(row);
          }
        } catch (BadRowException e) {
          isGood = false;
        }
      }
    }
  }
}
