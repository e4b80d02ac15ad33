package org.hamtlab.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.spi.AllocationException;
import org.junit.jupiter.api.Test;

class NativeBudgetTest {
  private final AtomicInteger collections = new AtomicInteger();

  @Test
  void collectsNothingWithinTheLimit() {
    NativeBudget budget = new NativeBudget(100, collections::incrementAndGet);
    budget.reserve("map", 60);
    budget.reserve("map", 40);
    budget.release(10);
    budget.reserve("map", 10);
    assertThat(budget.reserved()).isEqualTo(100);
    assertThat(collections).hasValue(0);
  }

  @Test
  void collectsWhenTheLimitIsReached() {
    Deque<Long> dropped = new ArrayDeque<>();
    NativeBudget[] budget = new NativeBudget[1];
    budget[0] =
        new NativeBudget(
            100,
            () -> {
              collections.incrementAndGet();
              dropped.forEach(budget[0]::release);
              dropped.clear();
            });
    for (int map = 0; map < 1_000; map++) {
      budget[0].reserve("map", 30);
      dropped.add(30L);
      assertThat(budget[0].reserved()).isLessThanOrEqualTo(100);
    }
    assertThat(collections.get()).isBetween(300, 400);
  }

  @Test
  void waitsForWhatIsFreedOnAnotherThread() throws InterruptedException {
    CountDownLatch collecting = new CountDownLatch(1);
    NativeBudget budget = new NativeBudget(100, collecting::countDown);
    budget.reserve("map", 100);
    Thread cleaner =
        new Thread(() -> {
          try {
            collecting.await();
            budget.release(50);
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        });
    cleaner.start();
    budget.reserve("map", 50);
    cleaner.join();
    assertThat(budget.reserved()).isEqualTo(100);
  }

  @Test
  void collectsAgainWhenAnotherThreadTookWhatWasFreed() {
    NativeBudget[] budget = new NativeBudget[1];
    budget[0] =
        new NativeBudget(
            100,
            () -> {
              budget[0].release(50);
              if (collections.incrementAndGet() < 3) {
                assertThat(budget[0].tryReserve(50)).as("the other thread's share").isTrue();
              }
            });
    budget[0].reserve("map", 100);
    budget[0].reserve("map", 50);
    assertThat(collections).hasValue(3);
    assertThat(budget[0].reserved()).isEqualTo(100);
  }

  @Test
  void refusesWithTheNumbersAndTheRemedy() {
    NativeBudget budget = new NativeBudget(100, collections::incrementAndGet);
    budget.reserve("map", 70);
    assertThatThrownBy(() -> budget.reserve("pool", 31))
        .isInstanceOf(AllocationException.class)
        .hasMessageContainingAll(
            "pool: 31 bytes", "expected at most 100", "70", "Close maps", NativeBudget.PROPERTY);
    assertThat(budget.reserved()).isEqualTo(70);
    assertThat(collections).hasValue(1);
  }

  @Test
  void asksForNoCollectionThatCannotHelp() {
    NativeBudget budget = new NativeBudget(100, collections::incrementAndGet);
    assertThatThrownBy(() -> budget.reserve("map", 101)).isInstanceOf(AllocationException.class);
    assertThatThrownBy(() -> budget.reserve("map", Long.MAX_VALUE))
        .isInstanceOf(AllocationException.class);
    assertThat(collections).hasValue(0);
    assertThat(budget.reserved()).isZero();
  }

  @Test
  void keepsAnInterruptionForTheCaller() {
    NativeBudget budget = new NativeBudget(100, collections::incrementAndGet);
    budget.reserve("map", 100);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> budget.reserve("map", 1)).isInstanceOf(AllocationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void readsTheLimitFromTheProperty() {
    assertThat(NativeBudget.limit(" 4096 ")).isEqualTo(4096);
    assertThat(NativeBudget.limit(null)).isEqualTo(Runtime.getRuntime().maxMemory());
    for (String malformed : new String[] {"64m", "", "-1", "0", "9223372036854775808"}) {
      assertThatThrownBy(() -> NativeBudget.limit(malformed))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll(NativeBudget.PROPERTY, "'" + malformed + "'", "expected");
    }
  }
}
