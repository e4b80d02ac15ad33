package org.hamtlab.experiments.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.ChosenKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @pypersistent} has one shape however it is built, and not pypersistent's faults. */
class PypersistentStructureTest {

  private static PersistentHamt<Object, Object> built(String build, Map<Object, Object> entries) {
    return PersistentHamt.copyOf("@pypersistent build=" + build, entries);
  }

  private static Nodes nodes(PersistentHamt<Object, Object> version) {
    Nodes nodes = new Nodes();
    version.visit(nodes);
    return nodes;
  }

  /** pypersistent builds bottom-up from 1,000 entries on. */
  @ParameterizedTest
  @ValueSource(ints = {1, 31, 999, 1_000, 1_001, 20_000})
  void hasOneShapeHoweverItIsBuilt(int size) {
    Map<Object, Object> entries = new HashMap<>();
    for (int number = 0; number < size; number++) {
      entries.put(new ChosenKey(number / 2 * 0x9E3779B9, number), number);
    }
    PersistentHamt<Object, Object> oneByOne = built("one-by-one", entries);
    PersistentHamt<Object, Object> bottomUp = built("bottom-up", entries);
    PersistentHamt<Object, Object> cloned = built("arena-clone", entries);

    assertThat(nodes(bottomUp).branches()).isEqualTo(nodes(oneByOne).branches());
    assertThat(nodes(cloned).branches()).isEqualTo(nodes(oneByOne).branches());
    assertThat(bottomUp.shape()).isEqualTo(oneByOne.shape());
    assertThat(bottomUp.asMap()).isEqualTo(entries);
  }

  @Test
  void unitesDisjointMapsWithoutLoss() {
    Map<Object, Object> low = new HashMap<>();
    Map<Object, Object> high = new HashMap<>();
    for (int key = 0; key < 50_000; key++) {
      low.put(key, key);
      high.put(50_000 + key, key);
    }
    PersistentHamt<Object, Object> united =
        built("bottom-up", low).union(built("bottom-up", high), (first, second) -> first);

    assertThat(united.size()).isEqualTo(100_000);
    assertThat(united.asMap()).containsAllEntriesOf(low).containsAllEntriesOf(high);
  }

  @Test
  void keepsTheOtherOfTwoCollidingKeys() {
    PersistentHamt<Object, Object> both =
        PersistentHamt.of("@pypersistent").put(new ChosenKey(7, 1), 1).put(new ChosenKey(7, 2), 2);
    PersistentHamt<Object, Object> one = both.remove(new ChosenKey(7, 1));

    assertThat(one.asMap()).isEqualTo(Map.of(new ChosenKey(7, 2), 2));
    assertThat(both.size()).isEqualTo(2);
  }

  @Test
  void leavesTheOldVersionWhenACollidingKeyIsUpdated() {
    PersistentHamt<Object, Object> old =
        PersistentHamt.of("@pypersistent").put(new ChosenKey(7, 1), 1).put(new ChosenKey(7, 2), 2);
    PersistentHamt<Object, Object> updated = old.put(new ChosenKey(7, 1), 3);

    assertThat(old.get(new ChosenKey(7, 1))).isEqualTo(1);
    assertThat(updated.get(new ChosenKey(7, 1))).isEqualTo(3);
  }
}
