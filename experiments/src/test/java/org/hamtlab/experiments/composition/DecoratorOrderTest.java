package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.Hamt;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.testkit.MapModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decorators of allocators stand over one another in any order. */
class DecoratorOrderTest {
  private static final List<String> DECORATORS =
      List.of("checked", "faulty", "locked", "metered", "poison{quarantine=9}", "quota");

  static List<String> stacks() {
    List<String> stacks = new ArrayList<>();
    for (String first : DECORATORS) {
      for (String second : DECORATORS) {
        for (String third : DECORATORS) {
          stacks.add(over(first, over(second, over(third, "#"))));
        }
      }
    }
    return stacks;
  }

  private static String over(String decorator, String parent) {
    return decorator.endsWith("}")
        ? decorator.replace("}", ",parent=" + parent + "}")
        : decorator + "{parent=" + parent + "}";
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void agreeWithHashMap(String stack) {
    run("layout=tagged-int assembly=shared allocator=" + stack.replace("#", "freelist"));
    run("layout=sealed-class assembly=shared allocator=" + stack.replace("#", "gc"));
    run("layout=tagged-int assembly=shared allocator=freelist{parent=" + stack + "}");
  }

  private static void run(String phrase) {
    String full = phrase.replace("#", "arena");
    new MapModel(full, Composition.of(full)::newMap, full.hashCode(), 150).run();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checked{parent=quota{slots=60,parent=pool}}",
        "quota{slots=60,parent=checked{parent=pool}}",
        "poison{parent=locked{parent=quota{slots=60,parent=freelist}},quarantine=1}"
      })
  void aFullQuotaRefusesPutsAndRemovalsMakeRoom(String allocator) {
    try (Hamt<Integer, Integer> map = Hamt.of("allocator=" + allocator)) {
      Map<Integer, Integer> expected = new HashMap<>();
      assertThatThrownBy(() -> fill(map, expected))
          .isInstanceOf(AllocationException.class)
          .hasMessageStartingWith("quota{slots=60,parent=")
          .hasMessageContaining("(expected at most 60)")
          .hasMessageEndingWith("Remove entries, or raise slots.");
      assertThat(map).isEqualTo(expected).hasSizeGreaterThan(5);

      List.copyOf(expected.keySet()).forEach(map::remove);
      assertThat(map.telemetry().slotsLive()).isZero();
      map.putAll(expected);
      assertThat(map).isEqualTo(expected);
    }
  }

  private static void fill(Hamt<Integer, Integer> map, Map<Integer, Integer> expected) {
    for (int key = 0; ; key++) {
      map.put(key, key);
      expected.put(key, key);
    }
  }

  @Test
  void theHistogramIsLoggedWhenAMapIsClosed() {
    List<String> messages = new ArrayList<>();
    Logger logger = Logger.getLogger("org.hamtlab.allocator.metered");
    Handler handler = handler(messages);
    logger.setLevel(Level.FINE);
    logger.addHandler(handler);
    try (Hamt<Integer, Integer> map =
        Hamt.of("layout=tagged-int{arrays=exact} allocator=metered compression=path")) {
      map.put(1, 1);
      map.put(2, 2);
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(null);
    }

    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst())
        .matches("metered: blocks by size, granted \\{\\d+=1.*}, freed \\{\\d+=1}, refused 0");
  }

  private static Handler handler(List<String> messages) {
    return new Handler() {
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
  }

  @Test
  void locksAreCounted() {
    try (Hamt<Integer, Integer> map =
        Hamt.of("allocator=metered{parent=locked{parent=checked{parent=freelist}}}")) {
      for (int key = 0; key < 100; key++) {
        map.put(key, key);
      }
      assertThat(map.telemetry().lockAcquisitions())
          .isEqualTo(map.telemetry().allocations() + map.telemetry().frees());
    }
  }
}
