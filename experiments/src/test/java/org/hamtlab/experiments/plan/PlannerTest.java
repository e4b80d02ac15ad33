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
import org.hamtlab.registry.Registry;
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
  void theBaselineIsPlannedTwiceAndSpareBlocksComeLast() {
    Plan plan =
        new Planner(PlanSettings.of(Profile.FULL), 1)
            .plan(
                new Candidates(Registry.installed()).require("@default").require("@addressed"),
                List.of(new InstalledKeys().describe("shuffled:10")),
                "run-1",
                "2026-01-01T00:00:00Z",
                "abc");
    Plan.PlannedTreatment twin = plan.treatments().getLast();
    assertThat(twin.isTwin()).isTrue();
    assertThat(twin.baseline()).isFalse();
    assertThat(twin.changed()).isEmpty();
    assertThat(twin.label()).isEqualTo("baseline again (A/A)");
    assertThat(twin.phrase()).isEqualTo(plan.treatment(plan.baseline()).phrase());
    assertThat(plan.treatments()).filteredOn(Plan.PlannedTreatment::isTwin).hasSize(1);
    assertThat(plan.stopping().spareBlocks()).isEqualTo(2);
    assertThat(plan.blocks()).hasSize(plan.forks() + 2);
    assertThat(plan.blocks()).allMatch(block -> block.order().contains(twin.id()));
  }

  @Test
  void phraseSpelledOtherwiseIsAnAlias() {
    Candidates candidates =
        new Candidates(Registry.installed()).require("@default").require("@default hash=identity");
    String canonical = candidates.possible().getFirst().phrase();
    candidates.require(canonical).require("@default");
    assertThat(candidates.possible()).hasSize(2);
    assertThat(candidates.aliases()).containsExactly(Map.entry("@default", canonical));
  }

  @Test
  void builtInTreatmentsAreEightThatDifferAlongEveryAxis() {
    List<Candidate> candidates = new Candidates(Registry.installed()).add(Profile.QUICK).possible();
    assertThat(candidates).hasSize(8);
    for (Axis axis : Axis.values()) {
      assertThat(candidates.stream().map(c -> c.level(axis)).distinct().count())
          .as(axis.key())
          .isGreaterThan(1);
    }
  }

  @Test
  void fullProfileHoldsEveryStrategyAndPresetAndCanBeRun() {
    Registry registry = Registry.installed();
    Candidates candidates = new Candidates(registry).add(Profile.FULL);
    assertThat(candidates.possible()).hasSizeBetween(60, 200);
    assertThat(candidates.exclusions()).isNotEmpty().allMatch(e -> !e.reason().isBlank());
    List<String> phrases = candidates.possible().stream().map(Candidate::phrase).toList();
    for (Axis axis : Axis.values()) {
      registry
          .providers(axis)
          .forEach(provider ->
              assertThat(phrases)
                  .as("%s=%s", axis.key(), provider.id())
                  .anyMatch(phrase ->
                      phrase.matches("(.* )?" + axis.key() + "=" + provider.id() + "[ {].*")));
    }
    registry
        .presets()
        .keySet()
        .forEach(preset -> assertThat(phrases).contains(registry.resolve("@" + preset).phrase()));
    assertThat(phrases).anyMatch(phrase -> phrase.contains("tagged-int{span=3"));
  }

  @Test
  void labelNamesOnlyWhatDiffers() {
    Candidate baseline = candidate("tagged-int{span=5}", "pool{slots=16}");
    assertThat(candidate("tagged-int{span=4}", "pool{slots=16}"))
        .satisfies(
            c -> assertThat(c.labelAgainst(baseline)).isEqualTo("layout{span=4}"),
            c -> assertThat(c.changedFrom(baseline)).containsExactly("layout.span"));
    assertThat(candidate("sealed-class{span=5}", "gc").labelAgainst(baseline))
        .isEqualTo("layout=sealed-class allocator=gc");
  }

  @Test
  void labelOfNamesakeNamesParametersToo() {
    Candidate baseline = candidate("tagged-int", "freelist");
    Candidate first = candidate("champ-words", "pool");
    assertThat(candidate("champ-words{memory=native,span=4}", "pool").labelAgainst(baseline, first))
        .isEqualTo("layout=champ-words{span=4,memory=native} allocator=pool");
    assertThat(candidate("tagged-int{span=4}", "pool").labelAgainst(baseline, first))
        .isEqualTo("layout{span=4} allocator=pool");
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
    return Candidate.of(
        Registry.installed().resolve("@addressed layout=" + layout + " allocator=" + allocator));
  }
}
