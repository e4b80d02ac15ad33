package org.hamtlab.experiments.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hamtlab.config.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixesTest {

  @ParameterizedTest
  @ValueSource(strings = {"strided:1000:500", "sequential:1000", "classes:1000", "zipf:1000:1.1"})
  void labelsAreTrueOfKeys(String phrase) {
    List<Object> keys = new InstalledKeys().keys(phrase);
    Set<Object> present = new HashSet<>(keys);
    Workload workload = new Workload(keys, 1);
    Mixes mixes = new Mixes(workload, 1);
    assertThat(Arrays.stream(mixes.lookups(0.9)).filter(present::contains)).hasSize(900);
    assertThat(mixes.distinct()).hasSize(present.size()).containsOnlyOnceElementsOf(present);
    assertThat(mixes.absent()).hasSize(present.size()).doesNotHaveDuplicates();
    assertThat(mixes.absent()).doesNotContainAnyElementsOf(present);
    assertThat(mixes.overlapping(0.25)).doesNotHaveDuplicates().hasSize(present.size());
    assertThat(Arrays.stream(mixes.overlapping(0.25)).filter(present::contains).count())
        .isEqualTo(Math.round(present.size() * 0.25));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.333, 1})
  void marksAreExactlyTheShare(double share) {
    boolean[] marks = new Mixes(new Workload(List.of("a"), 1), 1).marks(1000, share);
    int set = 0;
    for (boolean mark : marks) {
      set += mark ? 1 : 0;
    }
    assertThat(set).isEqualTo((int) (1000 * share));
  }

  @Test
  void operationsSpellTheirNumbers() {
    assertThat(Operation.of("get").id()).isEqualTo("get{hit-ratio=0.9}");
    assertThat(Operation.of("get{ hit-ratio = 1 }").id()).isEqualTo("get{hit-ratio=1.0}");
    assertThat(Operation.of("version-fan-out{versions=8}").id())
        .isEqualTo("version-fan-out{versions=8}");
    assertThat(Operation.of(Operation.of("merge").id())).isEqualTo(Operation.of("merge"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "get{hit-ratio=1.5}",
        "get{hit-ratio=.}",
        "get{hits=1}",
        "put{hit-ratio=1}",
        "version-fan-out{versions=1.5}",
        "get{hit-ratio",
        "gut"
      })
  void refusesOperationsThatAreNone(String text) {
    assertThatThrownBy(() -> Operation.of(text)).isInstanceOf(ConfigurationException.class);
  }
}
