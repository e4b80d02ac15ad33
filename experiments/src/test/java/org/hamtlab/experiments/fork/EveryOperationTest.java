package org.hamtlab.experiments.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.plan.Candidates;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.InstalledKeys;
import org.hamtlab.experiments.plan.Operation;
import org.hamtlab.experiments.plan.OperationKind;
import org.hamtlab.experiments.plan.PlanSettings;
import org.hamtlab.experiments.plan.Planner;
import org.hamtlab.experiments.plan.Profile;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.ForkId;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining.PlannedFork;
import org.hamtlab.experiments.store.Sample;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryOperationTest {
  private static final List<String> ALL =
      Arrays.stream(OperationKind.values()).map(kind -> Operation.of(kind.id()).id()).toList();

  @TempDir private Path temp;

  @Test
  void isTimedWhereItsSubjectCanDoIt() throws InterruptedException {
    Plan plan = plan("@addressed", "peer=java.util.HashMap");
    try (Bundle bundle = Bundle.create(temp, plan, TinyPlans.environment())) {
      Children children = new Children(bundle.files(), new ChildJvm());
      assertThat(operations(children, "t00")).containsAll(ALL).hasSize(ALL.size() + 1);
      assertThat(operations(children, "t01"))
          .contains("churn", "read-heavy{reads=0.95}", "get{hit-ratio=0.9}", Sample.CONTROL)
          .noneMatch(operation -> operation.startsWith("version"));
    }
  }

  private static List<String> operations(Children children, String treatment)
      throws InterruptedException {
    ForkResult result = children.fork(new PlannedFork(0, new ForkId(treatment, 0)));
    assertThat(result).isInstanceOf(ForkResult.Ended.class);
    List<Sample> samples = ((ForkResult.Ended) result).samples();
    assertThat(samples).extracting(Sample::nsPerOp).allMatch(ns -> ns > 0 && ns < 1e9);
    return samples.stream().map(Sample::operation).distinct().toList();
  }

  private static Plan plan(String... phrases) {
    Candidates candidates = new Candidates(Registry.installed());
    Arrays.stream(phrases).forEach(candidates::require);
    Plan plan =
        new Planner(
                PlanSettings.of(Profile.SMOKE)
                    .withoutTwin()
                    .timing(ALL.stream().map(Operation::of).toList()),
                1)
            .plan(
                candidates,
                List.of(new InstalledKeys().describe("shuffled:200")),
                "run-1",
                "2026-01-01T00:00:00Z",
                "abc");
    return EditedPlan.of(plan, Map.of("timing", new Plan.Timing(1, 1, 1, 1, 60)));
  }
}
