package io.lumiere.cluster.collection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No machine has a name in {@code .invalid}. */
class KnownHostTest {
  @Test
  void namesThatNoMachineHasAreRefused() {
    CollectionAddress address =
        CollectionAddress.parse("solr://one.invalid:2181,two.invalid:2181/photos");
    for (Runnable connecting :
        new Runnable[] {
          () -> KnownHost.require(address), () -> PhotoCollection.connect(address).close()
        }) {
      assertThatThrownBy(connecting::run)
          .isInstanceOf(LumiereException.class)
          .hasMessage(
              "no SolrCloud answers at ZooKeeper one.invalid:2181,two.invalid:2181: no machine is"
                  + " known by that name");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"one.invalid:2181,127.0.0.1:2181", "[::1]:2181", "localhost:2181"})
  void oneOfThemIsEnough(String zooKeepers) {
    CollectionAddress address = CollectionAddress.parse("solr://" + zooKeepers + "/photos");
    assertThatCode(() -> KnownHost.require(address)).doesNotThrowAnyException();
  }
}
