package org.hamtlab.experiments.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.store.Plan;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final Class<?>[] MAPS = {
    HashMap.class, LinkedHashMap.class, ConcurrentHashMap.class, Hashtable.class
  };

  @Test
  void equalSeedsGiveEqualPlans() {
    assertThat(TinyPlans.of(7, MAPS)).isEqualTo(TinyPlans.of(7, MAPS));
  }

  @Test
  void anotherSeedGivesAnotherOrder() {
    assertThat(TinyPlans.of(7, MAPS).blocks()).isNotEqualTo(TinyPlans.of(8, MAPS).blocks());
  }

  @Test
  void eachBlockHasEveryTreatmentOnce() {
    Plan plan = TinyPlans.of(3, MAPS);
    assertThat(plan.blocks()).hasSize(plan.forks());
    for (Plan.Block block : plan.blocks()) {
      assertThat(block.order()).containsExactlyInAnyOrder("t00", "t01", "t02", "t03");
    }
  }

  @Test
  void phraseSpelledTwiceIsAnAlias() {
    Plan plan = TinyPlans.of(3, HashMap.class, LinkedHashMap.class, HashMap.class);
    assertThat(plan.treatments()).hasSize(2);
    assertThat(plan.aliases())
        .containsExactly(new Plan.Alias("peer=java.util.HashMap", plan.baseline()));
  }

  @Test
  void labelNamesOnlyWhatDiffers() {
    Candidate baseline = candidate("tagged-int{span=5,order=low}", "pool{slots=16,parent=gc{}}");
    assertThat(candidate("tagged-int{span=4,order=low}", "pool{slots=16,parent=gc{}}"))
        .satisfies(
            c -> assertThat(c.labelAgainst(baseline)).isEqualTo("layout{span=4}"),
            c -> assertThat(c.changedFrom(baseline)).containsExactly("layout"));
    assertThat(candidate("sealed-class{span=5}", "gc{}").labelAgainst(baseline))
        .isEqualTo("layout=sealed-class allocator=gc");
  }

  @Test
  void refusesPeerThatIsNoMap() {
    assertThatThrownBy(() -> Subject.of("peer=java.lang.Object"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("java.lang.Object");
  }

  @Test
  void workloadHitsHitWithoutBeingIdenticalAndMissesMiss() {
    List<Object> keys = List.of("a", "b", "c", "b");
    Workload workload = new Workload(keys, 1);
    assertThat(workload.distinct()).isEqualTo(3);
    assertThat(workload.hits()).containsExactlyInAnyOrder("a", "b", "c", "b");
    assertThat(workload.hits()).noneMatch(hit -> keys.stream().anyMatch(key -> key == hit));
    assertThat(workload.misses()).hasSize(4).doesNotContainAnyElementsOf(keys);
    assertThat(workload.operations(Operation.ITERATE)).isEqualTo(3);
    assertThat(workload.operations(Operation.PUT)).isEqualTo(4);
  }

  private static Candidate candidate(String layout, String allocator) {
    return new Candidate(
        layout + allocator,
        Map.of(
            Axis.HASH, "identity",
            Axis.LAYOUT, layout,
            Axis.ALLOCATOR, allocator,
            Axis.COMPRESSION, "none"),
        "fused");
  }
}
