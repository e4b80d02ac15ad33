package org.hamtlab.experiments.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.spi.Telemetry;
import org.junit.jupiter.api.Test;

/** How far a pool lasts, when it says so, and what it does then. */
class PoolUtilisationTest {

  private static List<String> warningsOf(Runnable action) {
    List<String> messages = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord logged) {
            messages.add(logged.getMessage());
          }

          @Override
          public void flush() {
            // Nothing is held back.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    Logger logger = Logger.getLogger("org.hamtlab");
    logger.addHandler(handler);
    try {
      action.run();
    } finally {
      logger.removeHandler(handler);
    }
    return messages;
  }

  /** Keys 0, 1, … in the map of mojo-hamt, with another pool. */
  private static Telemetry filled(String pool, int keys) {
    try (Hamt<Long, Long> map = Hamt.of("@mojo-hamt assembly=shared allocator=" + pool)) {
      for (long key = 0; key < keys; key++) {
        map.put(key, key);
      }
      return map.telemetry();
    }
  }

  @Test
  void thePoolOfMojoHamtFallsBackFromTheRequestThatNoLongerFits() {
    Telemetry thousand = filled("pool", 1_000);
    Telemetry fiveThousand = filled("pool", 5_000);

    assertThat(thousand.utilisation()).isBetween(51.69, 51.70);
    assertThat(thousand.fallbacks()).isZero();
    assertThat(fiveThousand.firstFallback()).isEqualTo(15_632);
    assertThat(fiveThousand.fallbacksOversize()).isZero();
  }

  @Test
  void anAdaptivePoolServesWhatTheFixedOneDoesNot() {
    assertThat(filled("pool", 5_000).fallbacks()).isPositive();
    assertThat(filled("pool{growth=adaptive}", 5_000).fallbacks()).isZero();
    assertThat(filled("pool{growth=double}", 5_000).fallbacks()).isZero();
  }

  /** What a pool has grown by is capacity, so that only a parent's help makes it more than full. */
  @Test
  void aPoolThatGrowsIsNeverMoreThanFull() {
    assertThat(filled("pool", 5_000).utilisation()).isGreaterThan(200);
    for (String growth : List.of("adaptive", "double")) {
      Telemetry grown = filled("pool{growth=" + growth + "}", 5_000);
      assertThat(grown.utilisation()).as(growth).isBetween(25.0, 100.0);
      assertThat(grown.capacitySlots()).isEqualTo(grown.slotsReserved());
    }
  }

  @Test
  void warnsOnceAMapAtEightyPercent() {
    assertThat(warningsOf(() -> filled("pool", 1_500))).isEmpty();
    assertThat(warningsOf(() -> filled("pool", 5_000)))
        .singleElement()
        .asString()
        .startsWith("pool: 80 % of 65536 slots used.");
  }

  @Test
  void warnsOnceAFamilyHoweverOftenItIsEvacuated() {
    List<String> warnings =
        warningsOf(() -> {
          PersistentHamt<Integer, Integer> version =
              PersistentHamt.of("layout=tagged-int allocator=pool{slots=200} assembly=shared");
          for (int round = 0; round < 400; round++) {
            version = version.put(round % 20, round);
          }
          assertThat(version.family().evacuations()).isGreaterThan(1);
        });

    assertThat(warnings).singleElement().asString().contains("80 % of 200 slots");
  }
}
