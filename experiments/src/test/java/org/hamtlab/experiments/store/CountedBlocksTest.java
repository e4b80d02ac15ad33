package org.hamtlab.experiments.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedBlocksTest {
  private static final double NEAR = 20;
  private static final double FAR = 200;
  @TempDir private Path temp;

  @Test
  void countsEveryBlockWhileTheCanaryIsCalm() {
    CountedBlocks blocks = CountedBlocks.of(3, List.of(0, 1, 2), blocks(3));
    assertThat(blocks.counted()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(blocks.disturbed()).isEmpty();
  }

  @Test
  void leavesOutABlockWhoseCanaryWasOff() {
    List<ForkAudit> audits = blocks(5);
    audits.addAll(block(2, 2.1 * NEAR, FAR));
    CountedBlocks blocks = CountedBlocks.of(3, List.of(0, 1, 2, 3, 4), audits);
    assertThat(blocks.counted()).containsExactlyInAnyOrder(0, 1, 3, 4);
    assertThat(blocks.disturbed().get(2)).contains("near canary was 2.10 times the median");
  }

  @Test
  void looksAtMemoryAsWellAsAtTheSharedCache() {
    List<ForkAudit> audits = blocks(5);
    audits.addAll(block(4, NEAR, 1.3 * FAR));
    assertThat(CountedBlocks.of(3, List.of(0, 1, 2, 3, 4), audits).disturbed())
        .containsOnlyKeys(4)
        .containsValue(
            "the far canary was 1.30 times the median of the run (expected at most 1.25)");
  }

  @Test
  void forgivesASingleForkOfABlock() {
    List<ForkAudit> audits = blocks(3);
    audits.add(audit("t02", 1, NEAR, FAR));
    audits.add(audit("t00", 1, 9 * NEAR, 9 * FAR));
    assertThat(CountedBlocks.of(3, List.of(0, 1, 2), audits).disturbed()).isEmpty();
  }

  @Test
  void leavesOutABlockInWhichTasksWaitedForProcessors() {
    List<ForkAudit> audits = blocks(4);
    audits.addAll(busy(1, 0.02, 0.9));
    assertThat(CountedBlocks.of(3, List.of(0, 1, 2, 3), audits).disturbed())
        .containsOnlyKeys(1)
        .containsValue("tasks waited for processors for 90 % of the time (expected at most 50 %)");
  }

  @Test
  void leavesOutABlockWhoseProcessorsWereStolen() {
    List<ForkAudit> audits = blocks(4);
    audits.addAll(busy(2, 0.08, 0.1));
    assertThat(CountedBlocks.of(3, List.of(0, 1, 2, 3), audits).disturbed())
        .containsOnlyKeys(2)
        .containsValue(
            "the hypervisor stole processors for 8 % of the time (expected at most 5 %)");
  }

  @Test
  void onAHostThatIsBusyThroughoutTheLeastBusyBlocksCount() {
    List<ForkAudit> audits = new ArrayList<>();
    for (int block = 0; block < 4; block++) {
      audits.addAll(busy(block, 0.02, 0.9 - 0.1 * block));
    }
    CountedBlocks blocks = CountedBlocks.of(2, List.of(0, 1, 2, 3), audits);
    assertThat(blocks.disturbed()).containsOnlyKeys(0, 1, 2, 3);
    assertThat(blocks.counted()).containsExactlyInAnyOrder(2, 3);
  }

  @Test
  void takesTheLeastDisturbedWhenTooFewAreLeft() {
    List<ForkAudit> audits = blocks(5);
    audits.addAll(block(0, 5 * NEAR, FAR));
    audits.addAll(block(3, 3 * NEAR, FAR));
    CountedBlocks blocks = CountedBlocks.of(4, List.of(0, 1, 2, 3, 4), audits);
    assertThat(blocks.counted()).containsExactlyInAnyOrder(1, 2, 3, 4);
    assertThat(blocks.disturbed()).containsOnlyKeys(0, 3);
  }

  @Test
  void countsBlocksThatNobodyAudited() {
    assertThat(CountedBlocks.of(3, List.of(0, 1), List.of()).counted()).contains(0, 1);
  }

  @Test
  void aSpareBlockIsLeftToDoForEachDisturbedOneAndNoMore() {
    Plan plan = withSpareBlocks(TinyPlans.of(1, HashMap.class, LinkedHashMap.class));
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      assertThat(blocksLeft(bundle)).containsOnly(0, 1);
      bundle.files().audits().append(blocks(2));
      assertThat(blocksLeft(bundle)).containsOnly(0, 1);
      bundle.files().audits().append(block(0, NEAR, FAR));
      bundle.files().audits().append(block(1, 5 * NEAR, FAR));
      assertThat(CountedBlocks.of(bundle.files()).disturbed()).isEmpty();
      bundle.files().audits().append(block(2, NEAR, FAR));
      assertThat(CountedBlocks.of(bundle.files()).disturbed()).containsOnlyKeys(1);
      assertThat(blocksLeft(bundle)).containsOnly(0, 1, 2);
    }
  }

  @Test
  void nothingIsLeftOnceMeasuringWasStopped() {
    Plan plan = TinyPlans.of(1, HashMap.class);
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      bundle.files().write(new Stopped("run-1", Stopped.BUDGET, 1, 0, 9, "now"));
      assertThat(Remaining.of(bundle.files()).forks()).isEmpty();
    }
  }

  @Test
  void removesTheAuditOfAForkThatWasCutOff() {
    Plan plan = TinyPlans.of(1, HashMap.class, LinkedHashMap.class);
    Bundle.create(temp, plan, TinyPlans.environment()).close();
    new BundleFiles(temp).audits().append(block(0, NEAR, FAR));
    try (Bundle bundle = Bundle.open(temp)) {
      assertThat(bundle.notices()).singleElement().asString().startsWith("audits.jsonl: removed 2");
      assertThat(bundle.files().audits().read()).isEmpty();
    }
  }

  private static Plan withSpareBlocks(Plan plan) {
    List<Plan.Block> blocks = new ArrayList<>(plan.blocks());
    blocks.add(new Plan.Block(2, List.of("t01", "t00")));
    blocks.add(new Plan.Block(3, List.of("t00", "t01")));
    return EditedPlan.of(plan, Map.of("blocks", blocks, "stopping", new Plan.Stopping(2, 0, 0, 2)));
  }

  private static List<Integer> blocksLeft(Bundle bundle) {
    return Remaining.of(bundle.files()).forks().stream()
        .map(Remaining.PlannedFork::block)
        .distinct()
        .toList();
  }

  private static List<ForkAudit> blocks(int count) {
    List<ForkAudit> audits = new ArrayList<>();
    for (int block = 0; block < count; block++) {
      audits.addAll(block(block, NEAR, FAR));
    }
    return audits;
  }

  private static List<ForkAudit> block(int block, double near, double far) {
    return List.of(audit("t00", block, near, far), audit("t01", block, near, far));
  }

  private static List<ForkAudit> busy(int block, double steal, double pressure) {
    OptionalDouble waiting = OptionalDouble.of(pressure);
    return List.of(
        audit("t00", block, NEAR, FAR, steal, waiting),
        audit("t01", block, NEAR, FAR, steal, waiting));
  }

  private static ForkAudit audit(String treatment, int block, double near, double far) {
    return audit(treatment, block, near, far, 0.02, OptionalDouble.empty());
  }

  private static ForkAudit audit(
      String treatment, int block, double near, double far, double steal, OptionalDouble pressure) {
    return Audits.of(
        treatment,
        block,
        Map.ofEntries(
            Map.entry("nearBeforeNs", near),
            Map.entry("nearAfterNs", near),
            Map.entry("farBeforeNs", far),
            Map.entry("farAfterNs", far),
            Map.entry("stealShare", OptionalDouble.of(steal)),
            Map.entry("load", OptionalDouble.of(1.5)),
            Map.entry("cpuPressure", pressure),
            Map.entry("seconds", 4.0),
            Map.entry("iteratedSeconds", 3.0)));
  }
}
