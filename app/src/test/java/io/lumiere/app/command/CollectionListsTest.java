package io.lumiere.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.cluster.collection.CollectionAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionListsTest {
  @TempDir Path folder;

  private Path file(String address) {
    return CollectionLists.file(folder, CollectionAddress.parse(address));
  }

  @Test
  void anAddressMayBeLongerThanNamesOfFiles() throws IOException {
    String host = "solr-zookeeper-%d.solr-zookeeper-headless.default.svc.cluster.local:2181";
    String all = "%s,%s,%s".formatted(host.formatted(0), host.formatted(1), host.formatted(2));
    String address = "solr://" + all + "/solr/" + "photos".repeat(30);
    assertThat(address).hasSizeGreaterThan(300);
    Files.writeString(file(address), "{}");
    assertThat(file(address)).exists().isNotEqualTo(file(address + "_2"));
  }

  @Test
  void theOrderOfZooKeepersDoesNotMatter() {
    assertThat(file("solr://zk1:2181,zk2:2181/solr/photos"))
        .isEqualTo(file("solr://zk2:2181,zk1:2181/solr/photos"))
        .isNotEqualTo(file("solr://zk1:2181,zk2:2181/photos"))
        .isNotEqualTo(file("solr://zk1:2181,zk3:2181/solr/photos"))
        .isNotEqualTo(file("solr://zk1:2181,zk2:2181/solr/Photos"));
  }

  @Test
  void listsUnderTheWholeAddressAreFound() throws IOException {
    Path old = folder.resolve("solr%3A%2F%2F127.0.0.1%3A27181%2Fphotos.lists.json");
    Files.writeString(old, "{\"lists\":[]}");
    assertThat(file("solr://127.0.0.1:27181/photos")).hasContent("{\"lists\":[]}");
    assertThat(old).doesNotExist();
  }
}
