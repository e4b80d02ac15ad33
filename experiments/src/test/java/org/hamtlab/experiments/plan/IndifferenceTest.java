package org.hamtlab.experiments.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.api.Test;

class IndifferenceTest {

  @Test
  void allocatorsThatDifferInReuseAreAliasesWhereNothingIsFreed() {
    Plan plan =
        plan(
            "version-chain, merge",
            "@addressed allocator=arena",
            "@addressed allocator=freelist",
            "@addressed allocator=freelist{classes=power-of-two}",
            "@addressed allocator=locked{parent=freelist}",
            "@addressed allocator=locked{parent=arena}");
    assertThat(plan.treatments()).hasSize(3);
    assertThat(plan.aliases())
        .hasSize(2)
        .allMatch(alias -> alias.reason().contains("frees a block"))
        .extracting(Plan.Alias::treatment)
        .containsExactly("t00", "t02");
  }

  @Test
  void allocatorsOfOtherAuthorsAreAliasesIfTheySayThatTheyDifferInReuseAlone() {
    Registry installed = Registry.installed();
    List<StrategyProvider> providers = new ArrayList<>(List.of(new PassingOnProvider()));
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(installed.providers(axis)));
    Plan plan =
        plan(
            Registry.of(providers, installed.presets()),
            "merge",
            "@addressed allocator=arena",
            "@addressed allocator=acme.passing-on{parent=arena}");
    assertThat(plan.treatments()).hasSize(1);
    assertThat(plan.aliases()).hasSize(1);
  }

  /** An allocator that is its parent. */
  private static final class PassingOnProvider implements AllocatorProvider {
    private static final StrategyParameter PARENT =
        new StrategyParameter("parent", Axis.ALLOCATOR, false, "arena", "Serves everything.");

    @Override
    public StrategyId id() {
      return new StrategyId("acme.passing-on");
    }

    @Override
    public String summary() {
      return "Is its parent.";
    }

    @Override
    public String source() {
      return "hamtlab";
    }

    @Override
    public List<Parameter<?>> parameters() {
      return List.of(PARENT);
    }

    @Override
    public Traits traits(Settings settings) {
      return Traits.offering(Trait.ADDRESSED_BLOCKS, Trait.REUSE_ALONE)
          .needingOfParent(Trait.ADDRESSED_BLOCKS);
    }

    @Override
    public Allocator create(Settings settings, AllocatorContext context) {
      return context.nested(PARENT).orElseThrow();
    }
  }

  @Test
  void theyDifferWhereBlocksAreFreed() {
    for (String operations : List.of("put", "get-hit", "version-chain, bulk")) {
      assertThat(plan(operations, "@addressed allocator=arena", "@addressed").aliases())
          .as(operations)
          .isEmpty();
    }
  }

  @Test
  void buildMattersToBuildingAlone() {
    assertThat(plan("bulk", "@default", "@default build=one-by-one").aliases()).isEmpty();
    assertThat(plan("put", "@default", "@default build=one-by-one").aliases())
        .singleElement()
        .satisfies(alias -> assertThat(alias.reason()).contains("build is idle"));
  }

  @Test
  void reclaimMattersToVersionsThatTheJvmDoesNotCollect() {
    assertThat(plan("merge", "@addressed", "@addressed reclaim=region").aliases()).isEmpty();
    assertThat(plan("merge", "@default", "@default reclaim=region").aliases())
        .singleElement()
        .satisfies(alias -> assertThat(alias.reason()).contains("JVM collects"));
    assertThat(plan("put", "@addressed", "@addressed reclaim=region").aliases())
        .singleElement()
        .satisfies(alias -> assertThat(alias.reason()).contains("makes versions"));
  }

  @Test
  void treatmentsThatDifferInIdleParametersAreAliases() {
    Plan plan =
        plan(
            "put, merge",
            "@addressed layout=tagged-int",
            "@addressed layout=tagged-int{root-table-load=100}",
            "@addressed layout=tagged-int{root-table-load=100,min-capacity=8}",
            "@addressed layout=tagged-int{root-table=direct}",
            "@addressed layout=tagged-int{root-table=direct,root-table-load=100}");
    assertThat(plan.treatments()).hasSize(3);
    assertThat(plan.aliases())
        .extracting(Plan.Alias::treatment, Plan.Alias::reason)
        .containsExactly(
            tuple(
                "t00",
                "layout.root-table-load matters only with root-table=direct, so it is idle."),
            tuple(
                "t00",
                "layout.min-capacity matters only with arrays=rounded|doubling, so it is idle."
                    + " layout.root-table-load matters only with root-table=direct, so it is"
                    + " idle."));
  }

  @Test
  void anIdleParameterThatIsSetIsToldEvenWhereNothingElseSpellsTheTreatment() {
    Plan plan = plan("put", "@addressed allocator=arena{chunk=2Mi,growth=fixed}");
    assertThat(plan.treatments())
        .singleElement()
        .satisfies(t -> assertThat(t.phrase()).contains("arena{chunk=2097152,growth=double}"));
    assertThat(plan.aliases())
        .singleElement()
        .satisfies(alias -> {
          assertThat(alias.phrase()).contains("arena{chunk=2097152,growth=fixed}");
          assertThat(alias.treatment()).isEqualTo("t00");
          assertThat(alias.reason())
              .isEqualTo("allocator.growth matters only with chunk=16..1048575, so it is idle.");
        });
  }

  @Test
  void idleParametersAndOperationsAreToldTogether() {
    Plan plan =
        plan(
            "put",
            "@addressed layout=tagged-int",
            "@addressed layout=tagged-int{min-capacity=8} build=one-by-one");
    assertThat(plan.aliases())
        .singleElement()
        .satisfies(alias ->
            assertThat(alias.reason())
                .contains("layout.min-capacity matters only with", "build is idle"));
  }

  @Test
  void runLevelKeysOfPeersAreIdle() {
    Plan plan =
        plan("put", "@default", "peer=java.util.HashMap", "peer=java.util.HashMap assembly=shared");
    assertThat(plan.treatments()).hasSize(2);
    assertThat(plan.aliases())
        .containsExactly(
            new Plan.Alias(
                "peer=java.util.HashMap assembly=shared",
                "t01",
                "A peer is neither assembled nor built nor reclaimed."));
  }

  @Test
  void peersAreNotTimedOnVersions() {
    Plan plan = plan("put, merge", "@default", "peer=java.util.HashMap");
    assertThat(plan.operations("t00")).containsExactly("put", "merge{overlap=0.5}");
    assertThat(plan.operations("t01")).containsExactly("put");
    assertThat(plan.omissions())
        .singleElement()
        .satisfies(o -> assertThat(o.reason()).contains("no versions"));
    assertThat(plan.samplesPerFork("t00") - plan.samplesPerFork("t01"))
        .isEqualTo(plan.timing().warmupIterations() + plan.timing().iterations());
  }

  private static Plan plan(String operations, String... phrases) {
    return plan(Registry.installed(), operations, phrases);
  }

  private static Plan plan(Registry registry, String operations, String... phrases) {
    Candidates candidates = new Candidates(registry);
    Arrays.stream(phrases).forEach(candidates::require);
    List<Operation> timed = Arrays.stream(operations.split(", ")).map(Operation::of).toList();
    PlanSettings settings = PlanSettings.of(Profile.QUICK).withoutTwin().timing(timed);
    return new Planner(settings, 1)
        .plan(
            candidates,
            List.of(new InstalledKeys().describe("shuffled:10")),
            "run-1",
            "2026-01-01T00:00:00Z",
            "abc");
  }
}
