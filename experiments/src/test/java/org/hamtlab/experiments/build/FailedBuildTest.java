package org.hamtlab.experiments.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.build.Built.Entries;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.spi.AllocationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A build whose k-th request is refused, for k = 1, 2, 3, … until none is, or whose keys throw,
 * leaves an empty map that holds no slot and can be filled.
 */
class FailedBuildTest {
  private static final int MOST_REQUESTS = 100_000;

  static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (String mode : List.of("bottom-up", "arena-clone", "parallel")) {
      for (String compression : List.of("none", "lazy-expansion", "path")) {
        String tail = " assembly=shared build=" + mode + " compression=" + compression;
        String decorated = " allocator=faulty{parent=checked{parent=";
        phrases.add("layout=tagged-int" + tail + decorated + "freelist}");
        phrases.add("layout=champ-words{span=3}" + tail + decorated + "freelist}");
        phrases.add("layout=sealed-class{span=3}" + tail + decorated + "pool}");
        phrases.add("layout=sealed-class" + tail + decorated + "gc}");
        phrases.add("layout=tagged-int{memory=native}" + tail + decorated + "malloc}");
      }
      if (!mode.startsWith("arena")) {
        phrases.add("layout=champ build=" + mode + " allocator=faulty{parent=checked{parent=gc}");
      }
    }
    return phrases;
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void aRefusedRequestLeavesAnEmptyMap(String phrase) {
    int entries = phrase.contains("parallel") ? 9_000 : 400;
    Map<Object, Object> model = model(entries);
    int refused = 0;
    for (int request = 1; request < MOST_REQUESTS; request = next(request, entries)) {
      if (!isRefused(phrase + ",at=" + request + "}", model)) {
        break;
      }
      refused++;
    }
    assertThat(refused).as("refused requests").isGreaterThan(20);
  }

  private static int next(int request, int entries) {
    return request < 30 ? request + 1 : request + Math.max(1, request * entries / 20_000);
  }

  /** Whether building fails, after which it succeeds. */
  private static boolean isRefused(String phrase, Map<Object, Object> model) {
    boolean isRefused = false;
    try (Hamt<Object, Object> map = Hamt.of(phrase)) {
      try {
        map.putAll(model);
      } catch (AllocationException refused) {
        isRefused = true;
        assertThat(map).isEmpty();
        assertThat(map.shape().internalNodes()).isZero();
        assertThat(map.telemetry().slotsLive()).as(phrase).isZero();
        map.putAll(model);
      }
      assertThat(map).as(phrase).isEqualTo(model);
    }
    return isRefused;
  }

  private static Map<Object, Object> model(int count) {
    Entries entries = Entries.of(count, 7);
    Map<Object, Object> model = new HashMap<>();
    for (int put = 0; put < count; put++) {
      model.put(entries.keys()[put], put);
    }
    return model;
  }

  static List<String> modes() {
    List<String> phrases = new ArrayList<>();
    for (String mode :
        List.of("one-by-one", "bottom-up", "arena-clone", "arena-adopt", "parallel")) {
      phrases.add("layout=tagged-int build=" + mode);
      if (!mode.startsWith("arena")) {
        phrases.add("@default build=" + mode);
      }
    }
    return phrases;
  }

  /** A key that throws when it is told to. */
  private static final class Thrower {
    private final boolean inHashCode;

    Thrower(boolean inHashCode) {
      this.inHashCode = inHashCode;
    }

    @Override
    public int hashCode() {
      if (inHashCode) {
        throw new UnsupportedOperationException("hashCode of a test");
      }
      return 77;
    }

    @Override
    public boolean equals(Object other) {
      throw new UnsupportedOperationException("equals of a test");
    }
  }

  @ParameterizedTest
  @MethodSource("modes")
  void aKeyThatThrowsLeavesTheVersionAsItWas(String phrase) {
    for (boolean inHashCode : new boolean[] {true, false}) {
      Object[] keys = Entries.of(10_000, 9).keys();
      keys[5_000] = new Thrower(inHashCode);
      keys[7_000] = new Thrower(inHashCode);
      PersistentHamt<Object, Object> empty = PersistentHamt.of(phrase);
      assertThatThrownBy(() -> empty.putAll(keys, keys))
          .isExactlyInstanceOf(UnsupportedOperationException.class)
          .hasMessageEndingWith("of a test");
      assertThat(empty.isEmpty()).isTrue();
      keys[5_000] = null;
      keys[7_000] = null;
      assertThat(empty.putAll(keys, keys).get(null)).isNull();
    }
  }
}
