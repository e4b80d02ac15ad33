package org.hamtlab.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.hamtlab.experiments.cli.Terminal;
import org.hamtlab.experiments.compare.Comparison.Ratio;
import org.hamtlab.experiments.plan.EditedPlan;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Environment;
import org.hamtlab.experiments.store.FilledBundles;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.store.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CompareCommandTest {
  private final Terminal terminal = new Terminal();
  @TempDir private Path temp;

  @Test
  void ratiosOfTwoRunsOfOnePlanAgree() {
    FilledBundles.write(temp.resolve("a"), 1, 1.5);
    FilledBundles.write(temp.resolve("b"), 2, 1.5);
    JsonNode comparison = json();
    assertThat(comparison.get("differences").size()).isZero();
    assertThat(comparison.get("agreement").toString())
        .isEqualTo("{\"judged\":2,\"agreeing\":2,\"expected\":1.9}");
    assertThat(comparison.get("pairs").get(0).get("treatment").stringValue())
        .isEqualTo("LinkedHashMap");
    assertThat(comparison.get("pairs").get(0).get("first").get("value").doubleValue())
        .isBetween(1.4, 1.6);
  }

  @Test
  void ratiosThatMovedDoNotAgree() {
    FilledBundles.write(temp.resolve("a"), 1, 1.5);
    FilledBundles.write(temp.resolve("b"), 2, 1.2);
    assertThat(json().get("agreement").get("agreeing").intValue()).isZero();
    assertThat(run()).isZero();
    assertThat(terminal.out())
        .contains("get-hit, shuffled:200", "no", "Agreement: 0 of 2 ratios agree");
  }

  @Test
  void ratiosOfTwoForksAreNotJudged() {
    Plan plan = FilledBundles.plan();
    Map<String, ?> two = Map.of("forks", 2, "blocks", plan.blocks().subList(0, 2));
    other("a", two, TinyPlans.environment());
    other("b", two, TinyPlans.environment());
    JsonNode comparison = json();
    assertThat(comparison.get("pairs").findValuesAsString("agrees")).containsExactly("R9", "R9");
    assertThat(comparison.get("agreement").get("judged").intValue()).isZero();
  }

  @Test
  void equalRatiosAgreeAsOftenAsTheirIntervalsSay() {
    Random random = new Random(5);
    int agreeing = 0;
    for (int i = 0; i < 10_000; i++) {
      agreeing += drawn(random, 0.02).agreesWith(drawn(random, 0.05)) ? 1 : 0;
    }
    assertThat(agreeing).isBetween(9_400, 9_600);
  }

  @Test
  void absoluteTimesOfTwoSessionsAreRefused() {
    FilledBundles.write(temp.resolve("a"), 1, 1.5);
    other("b", Map.of("run", "run-2"), TinyPlans.environment());
    assertThat(run("--times")).isEqualTo(2);
    assertThat(terminal.err())
        .contains("R6: absolute times", "two sessions, run-1 and run-2", "Leave --times out");
    assertThat(terminal.out()).isEmpty();
    assertThat(run()).isZero();
    assertThat(terminal.out())
        .contains("Refused (R6): Absolute times", "Refused (R6): No new verdict", "Refused (R10)")
        .doesNotContain("nanoseconds per operation");
  }

  @Test
  void absoluteTimesOfOneRunOnTwoHostsAreRefused() {
    FilledBundles.write(temp.resolve("a"), 1, 1.5);
    other("b", Map.of(), host("other", "sum"));
    assertThat(run("--times")).isEqualTo(2);
    assertThat(terminal.err()).contains("R6: absolute times", "one run; different: host.host");
  }

  @Test
  void absoluteTimesOfTwoPartsOfOneRunStandSideBySide() {
    FilledBundles.write(temp.resolve("a"), 1, 1.5);
    FilledBundles.write(temp.resolve("b"), 2, 1.5);
    JsonNode comparison = json("--times");
    assertThat(comparison.get("times").get(0).get("first").doubleValue()).isBetween(14.0, 16.0);
    assertThat(run("--times")).isZero();
    assertThat(terminal.out()).contains("nanoseconds per operation");
  }

  @Test
  void bundlesWithoutACommonBaselineAreRefusedWithWhatBothMeasured() {
    Plan plan = FilledBundles.plan();
    List<Plan.PlannedTreatment> swapped =
        plan.treatments().stream().map(t -> baseline(t, !t.baseline())).toList();
    FilledBundles.write(temp.resolve("a"), 1, 1.5);
    other("b", Map.of("baseline", "t01", "treatments", swapped), TinyPlans.environment());
    assertThat(run()).isEqualTo(2);
    assertThat(terminal.err())
        .contains("R6: the baselines differ")
        .contains("both measured: peer=java.util.HashMap; peer=java.util.LinkedHashMap");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void saysWhatDiffers() {
    FilledBundles.write(temp.resolve("a"), 1, 1.5);
    other("b", Map.of("seed", 2, "commit", "def"), host("other", "sum"));
    JsonNode differences = json().get("differences");
    assertThat(
            StreamSupport.stream(differences.spliterator(), false)
                .map(d -> d.get("what").stringValue() + " " + d.get("second").stringValue()))
        .containsExactlyInAnyOrder(
            "plan.seed 2", "plan.commit def", "host.host other", "jar acme.jar sum");
    assertThat(run()).isZero();
    assertThat(terminal.out()).contains("plan.commit   abc    def", "host.host     host   other");
  }

  @Test
  void equalNamesOfOtherKeysDoNotStandSideBySide() {
    Plan.KeySet keys = FilledBundles.plan().keySets().getFirst();
    FilledBundles.write(temp.resolve("a"), 1, 1.5);
    other(
        "b",
        Map.of("keySets", List.of(new Plan.KeySet(keys.keys(), keys.n(), "another"))),
        TinyPlans.environment());
    JsonNode comparison = json();
    assertThat(comparison.get("pairs").size()).isZero();
    assertThat(comparison.get("left").toString()).contains("R6: other keys under the same name");
  }

  @Test
  void whatOnlyOneMeasuredIsListed() {
    FilledBundles.write(temp.resolve("a"), 1, 1.5);
    other("b", Map.of("operations", List.of("get-hit", "put")), TinyPlans.environment());
    JsonNode comparison = json();
    assertThat(comparison.get("pairs").size()).isEqualTo(1);
    assertThat(comparison.get("left").toString())
        .contains("remove of shuffled:200", "only in " + temp.resolve("a"))
        .contains("put of shuffled:200", "only in " + temp.resolve("b"));
  }

  @Test
  void refusesWhatIsNoOtherBundle() throws IOException {
    FilledBundles.write(temp.resolve("a"), 1, 1.5);
    assertThat(terminal.run("compare", temp.resolve("a"), temp.resolve("a/."))).isEqualTo(2);
    assertThat(terminal.run("compare", temp.resolve("a"), temp)).isEqualTo(2);
    assertThat(terminal.run("compare", temp.resolve("a"))).isEqualTo(2);
    assertThat(terminal.err()).contains("is the same folder", "not a bundle");
    assertThat(Files.exists(temp.resolve("a/analysis.json"))).isFalse();
  }

  private int run(String... options) {
    Object[] words = new Object[options.length + 3];
    words[0] = "compare";
    words[1] = temp.resolve("a");
    words[2] = temp.resolve("b");
    System.arraycopy(options, 0, words, 3, options.length);
    return terminal.run(words);
  }

  private JsonNode json(String... options) {
    Terminal own = new Terminal();
    Object[] words = new Object[options.length + 4];
    words[0] = "compare";
    words[1] = temp.resolve("a");
    words[2] = temp.resolve("b");
    words[3] = "--json";
    System.arraycopy(options, 0, words, 4, options.length);
    assertThat(own.run(words)).as(own.err()).isZero();
    return Json.tree(own.out());
  }

  private void other(String name, Map<String, ?> changes, Environment environment) {
    Plan plan = EditedPlan.of(FilledBundles.plan(), changes);
    FilledBundles.write(temp.resolve(name), plan, environment, 2, Map.of("t01", 1.5));
  }

  private static Environment host(String host, String digest) {
    ObjectNode tree = (ObjectNode) Json.tree(Json.line(TinyPlans.environment()));
    tree.put("host", host);
    tree.putArray("jars").addObject().put("name", "acme.jar").put("sha256", digest);
    return Json.parse(tree.toString(), Environment.class);
  }

  private static Plan.PlannedTreatment baseline(Plan.PlannedTreatment t, boolean isBaseline) {
    return new Plan.PlannedTreatment(
        t.id(),
        t.label(),
        t.phrase(),
        isBaseline,
        t.hash(),
        t.layout(),
        t.allocator(),
        t.compression(),
        t.assembly(),
        t.changed(),
        t.levels(),
        t.role());
  }

  /** An estimate of 1 with a normal error on the log scale, and its 95 % interval. */
  private static Ratio drawn(Random random, double error) {
    double log = error * random.nextGaussian();
    double half = 1.959964 * error;
    return new Ratio(
        Math.exp(log), Math.exp(log - half), Math.exp(log + half), "no claim", List.of());
  }
}
