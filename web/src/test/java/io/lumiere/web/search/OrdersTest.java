package io.lumiere.web.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.query.PhotoSearch;
import io.lumiere.query.ResultOrder;
import io.lumiere.query.SearchRequest;
import io.lumiere.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders are made once, kept within bounds, and closed only when nobody uses them. */
class OrdersTest {
  @TempDir Path folder;

  private final Random random;
  private final Orders orders = new Orders();
  private WrittenArchive written;
  private PhotoSearch search;

  OrdersTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void open() throws IOException {
    written = new WrittenArchive(folder, random, 20);
    search = PhotoSearch.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    orders.close();
    search.close();
    written.close();
  }

  private ResultOrder make() {
    return search.order(SearchRequest.builder().build());
  }

  private static boolean isOpen(ResultOrder order) {
    try {
      return order.rows(0, 1).count() == 1;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  @Test
  void anOrderIsMadeOnceForAllWhoAsk() throws Exception {
    AtomicInteger made = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<ResultOrder>> used = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        used.add(
            threads.submit(() ->
                orders.use(
                    "key",
                    () -> {
                      made.incrementAndGet();
                      return make();
                    },
                    order -> order)));
      }
      for (Future<ResultOrder> one : used) {
        assertThat(one.get()).isSameAs(used.getFirst().get());
      }
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void whatWasUsedLongestAgoIsClosed() {
    List<ResultOrder> made = new ArrayList<>();
    for (int i = 0; i < Orders.MOST + 5; i++) {
      made.add(orders.use("key " + i, this::make, order -> order));
      orders.useIfKept("key 0", order -> order);
    }
    assertThat(orders.size()).isEqualTo(Orders.MOST);
    assertThat(isOpen(made.get(0))).as("it was used all the time").isTrue();
    assertThat(isOpen(made.get(1))).isFalse();
    assertThat(isOpen(made.getLast())).isTrue();
    assertThat(orders.useIfKept("key 1", order -> order)).isEmpty();
    orders.close();
    assertThat(made).noneMatch(OrdersTest::isOpen);
  }

  @Test
  void whatIsInUseStaysOpenUntilItIsNot() {
    ResultOrder dropped =
        orders.use(
            "key",
            this::make,
            order -> {
              orders.drop("key");
              assertThat(isOpen(order)).isTrue();
              return order;
            });
    assertThat(isOpen(dropped)).isFalse();
  }

  @Test
  void whatCouldNotBeMadeIsNotKept() {
    assertThatThrownBy(() ->
            orders.use(
                "key",
                () -> {
                  throw new IllegalArgumentException("wrong");
                },
                order -> order))
        .hasMessage("wrong");
    assertThat(orders.useIfKept("key", order -> order)).isEmpty();
    assertThat(orders.<Boolean>use("key", this::make, OrdersTest::isOpen)).isTrue();
  }
}
