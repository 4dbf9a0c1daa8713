package io.lumiere.cluster.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionAddressTest {
  @Test
  void namesZooKeepersFolderAndCollection() {
    assertThat(CollectionAddress.parse("solr://zk1:2181,[::1]:2182/solr/main/photos-2"))
        .isEqualTo(
            new CollectionAddress(List.of("zk1:2181", "[::1]:2182"), "/solr/main", "photos-2"));
    assertThat(CollectionAddress.parse("solr://127.0.0.1:27181/photos"))
        .isEqualTo(new CollectionAddress(List.of("127.0.0.1:27181"), null, "photos"))
        .isEqualTo(CollectionAddress.parse("SOLR://127.0.0.1:27181/photos"));
  }

  @Test
  void whatBeginsAsAnAddressIsMeantAsOne() {
    assertThat(CollectionAddress.isMeant("solr://photos")).isTrue();
    assertThat(CollectionAddress.isMeant("Solr://127.0.0.1:27181/photos")).isTrue();
    assertThat(CollectionAddress.isMeant("http://127.0.0.1:8983/solr/photos")).isTrue();
    assertThat(CollectionAddress.isMeant("/mnt/solr/photos")).isFalse();
    assertThat(CollectionAddress.isMeant("solr:photos")).isFalse();
    assertThat(CollectionAddress.isMeant("C:\\photos")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"solr://127.0.0.1:27181/photos", "solr://a:1,b:2/c/d"})
  void isWrittenAsItIsRead(String text) {
    assertThat(CollectionAddress.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "photos",
        "http://127.0.0.1:8983/solr",
        "solr://127.0.0.1/photos",
        "solr://127.0.0.1:27181",
        "solr://127.0.0.1:27181/",
        "solr://127.0.0.1:27181/a b",
        "solr://127.0.0.1:27181/../a",
        "solr://127.0.0.1:27181/solr/./a",
        "solr://127.0.0.1:27181/solr//a",
        "solr://127.0.0.1:0/a",
        "solr://zk1:2181,zk2:65536/a",
        "solr://:1/a"
      })
  void otherFormsAreRefused(String text) {
    assertThatThrownBy(() -> CollectionAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not the address of a collection")
        .hasMessageContaining("solr://ZOOKEEPER:PORT/COLLECTION");
  }
}
