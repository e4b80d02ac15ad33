package org.hamtlab.experiments.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.hamtlab.experiments.build.Built.Entries;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.HamtBuilder;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays, builders and streams give what puts in their order give. */
class BuilderTest {
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @ValueSource(strings = {"@default", "layout=tagged-int", "@default build=one-by-one"})
  private @interface EveryBuild {}

  private static final Entries ENTRIES = Entries.of(3_000, 21);

  @EveryBuild
  void arraysFollowPutOrder(String phrase) {
    Object[] keys = ENTRIES.keys().clone();
    Object[] values = ENTRIES.values().clone();
    expectPuts(phrase, PersistentHamt.copyOf(phrase, keys, values));
    assertThat(keys).as("the caller's keys").containsExactly(ENTRIES.keys());
    assertThat(values).as("the caller's values").containsExactly(ENTRIES.values());
  }

  @EveryBuild
  void arraysMayHaveAnyTypeAndAddToAVersion(String phrase) {
    String[] keys = IntStream.range(0, 100).mapToObj(Integer::toString).toArray(String[]::new);
    Integer[] values = IntStream.range(0, 100).boxed().toArray(Integer[]::new);
    PersistentHamt<String, Integer> version = PersistentHamt.copyOf(phrase, keys, values);
    Arrays.setAll(values, index -> -index);
    PersistentHamt<String, Integer> later = version.putAll(keys, values);
    assertThat(version.get("7")).isEqualTo(7);
    assertThat(later.get("7")).isEqualTo(-7);
    assertThat(later.putAll(new String[0], new Integer[0])).isSameAs(later);
  }

  @EveryBuild
  void arraysOfDifferentLengthsAreRefused(String phrase) {
    assertThatThrownBy(() -> PersistentHamt.copyOf(phrase, new Object[3], new Object[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values: 2 (expected as many as keys, 3). Pass arrays of one length.");
  }

  @EveryBuild
  void aBuilderFollowsPutOrderAndBuildsAgain(String phrase) {
    HamtBuilder<Object, Object> first = PersistentHamt.builder(phrase);
    HamtBuilder<Object, Object> second = PersistentHamt.builder(phrase);
    for (int put = 0; put < 3_000; put++) {
      (put < 1_000 ? first : second).put(ENTRIES.keys()[put], ENTRIES.values()[put]);
    }
    assertThat(PersistentHamt.builder(phrase).build().isEmpty()).isTrue();
    int before = first.build().size();
    PersistentHamt<Object, Object> all = first.putAll(second).build();
    expectPuts(phrase, all);
    assertThat(before).isLessThan(all.size());
    expectPuts(phrase, first.putAll(first).build());
    assertThat(first.putAll(Map.of("k", "v")).build().get("k")).isEqualTo("v");
  }

  @EveryBuild
  void collectorsFollowPutOrderOnOneThreadAndOnMany(String phrase) {
    IntStream puts = IntStream.range(0, 3_000);
    expectPuts(
        phrase,
        puts.boxed()
            .collect(
                PersistentHamt.collector(
                    phrase, put -> ENTRIES.keys()[put], put -> ENTRIES.values()[put])));
    expectPuts(
        phrase,
        IntStream.range(0, 3_000)
            .boxed()
            .parallel()
            .collect(
                PersistentHamt.collector(
                    phrase, put -> ENTRIES.keys()[put], put -> ENTRIES.values()[put])));
  }

  private static void expectPuts(String phrase, PersistentHamt<Object, Object> version) {
    try (Hamt<Object, Object> expected = Hamt.of(phrase)) {
      for (int put = 0; put < 3_000; put++) {
        expected.put(ENTRIES.keys()[put], ENTRIES.values()[put]);
      }
      assertThat(Built.structure(version::visit, ENTRIES))
          .isEqualTo(Built.structure(expected::visit, ENTRIES));
    }
  }
}
