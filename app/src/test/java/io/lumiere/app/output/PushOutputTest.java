package io.lumiere.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.cluster.push.PushReport;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushOutputTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console = new Console(InputStream.nullInputStream(), out, err, Map.of());

  private static PushReport report(long files, long repeated, boolean stopped) {
    return new PushReport(5, 7, files, 2, repeated, Duration.ofSeconds(2), stopped);
  }

  private static PushOutput.Into into(boolean severalArchives) {
    return new PushOutput.Into("solr://zk1:2181/photos", 12, 3, severalArchives);
  }

  private String saidToPeople(PushReport report, boolean severalArchives) {
    err.reset();
    PushOutput.print(console, report, into(severalArchives));
    console.err().flush();
    assertThat(out.toByteArray()).isEmpty();
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatWasDoneIsSaidAndNothingElse() {
    assertThat(saidToPeople(report(0, 0, false), false).lines())
        .containsExactly(
            "5 photos sent, 7 as they were; solr://zk1:2181/photos has 12 photos in 3 shards (2.0"
                + " s, 6 photos/s)");
    assertThat(saidToPeople(report(4, 1, true), true).lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("Stopped: 5 photos sent"))
        .anyMatch(line -> line.startsWith("1 request had to be made again"))
        .anyMatch(line -> line.startsWith("It holds photos of several archives"))
        .anyMatch(line -> line.startsWith("4 files that could not be read stay in the index"));
  }

  @Test
  void programsReadAnObject() {
    PushOutput.printJson(console, report(4, 1, true), into(true));
    console.out().flush();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "{\"photos\":12,\"sent\":5,\"unchanged\":7,\"failures\":4,\"withFewerCopies\":2,"
                + "\"repeated\":1,\"severalArchives\":true,\"seconds\":2.0,\"stopped\":true}");
    assertThat(err.toByteArray()).isEmpty();
  }
}
