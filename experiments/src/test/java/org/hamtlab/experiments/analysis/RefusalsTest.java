package org.hamtlab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hamtlab.experiments.analysis.refusal.RefusedMetric;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Cell;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each refusal of METHOD, provoked. */
class RefusalsTest {
  @TempDir private Path dir;

  private final SyntheticBundle plain =
      SyntheticBundle.of("layout.span=5")
          .count("t00", 310, 9000, 400, 600)
          .count("t01", 171, 8000, 300, 500);

  @Test
  void aClearDifferenceFromOneFactorThatMovedACounterIsClaimedWithItsCause() {
    Analysis analysis = plain.treatment(1.3, "layout.span=6").analyse(dir);
    Cell cell = cell(analysis, "t01");
    assertThat(cell.claim()).isEqualTo(Analysis.SLOWER);
    assertThat(cell.cause()).startsWith("layout.span: internalNodes 310 → 171");
    assertThat(cell.rule()).contains("adjusted p", "Benjamini-Hochberg");
    assertThat(cell.refusals()).isEmpty();
  }

  @Test
  void r1RefusesAnIntervalThatMeetsTheSmallestEffect() {
    assertRefused(plain.treatment(1.02, "layout.span=6"), "R1", "meets [0.980, 1.020]");
  }

  @Test
  void aRatioWithinTheSmallestEffectIsEquivalentByTwoOneSidedTests() {
    Analysis analysis =
        plain.noise(0.05, 0.001, 0.001).treatment(1.002, "layout.span=6").analyse(dir);
    assertThat(cell(analysis, "t01").claim()).isEqualTo(Analysis.EQUIVALENT);
    assertThat(cell(analysis, "t01").rule()).startsWith("TOST");
  }

  @Test
  void r2NamesNoCauseWhenTwoFactorsChanged() {
    SyntheticBundle bundle =
        SyntheticBundle.of("hash=a", "layout.span=5").treatment(1.3, "hash=b", "layout.span=6");
    assertRestrained(bundle, "R2", "changed: hash, layout.span");
  }

  @Test
  void r3NamesNoCauseWhenNoCounterMoved() {
    SyntheticBundle bundle =
        SyntheticBundle.of("hash=a")
            .treatment(1.3, "hash=b")
            .count("t00", 310, 9000, 400, 600)
            .count("t01", 310, 9000, 400, 600);
    assertRestrained(bundle, "R3", "every counter is as with the baseline, though hash changed");
  }

  @Test
  void r4RefusesAttributionsThatSumToMoreThanTheWhole() {
    Analysis analysis =
        SyntheticBundle.of("hash=a", "layout=a")
            .plan("design", "ablation")
            .treatment(1.3, "hash=b", "layout=a")
            .treatment(1.3, "hash=a", "layout=b")
            .treatment(1.35, "hash=b", "layout=b")
            .analyse(dir);
    assertThat(analysis.attributions())
        .isNotEmpty()
        .allSatisfy(a -> assertThat(a.refusals()).containsExactly("R4"));
    assertThat(analysis.attributions().getFirst().reasons().getFirst())
        .startsWith("added one at a time, the factors make 1.7");
    assertShown(analysis, "R4");
  }

  @Test
  void r5RefusesAnEffectBelowTheDistanceOfTheTwin() {
    assertRefused(
        plain.treatment(1.1, "layout.span=6").twin(1.2),
        "R5",
        "the baseline's twin is off by 19 %");
  }

  @Test
  void r5RefusesAnEffectBelowTheDriftOfTheControl() {
    assertRefused(
        plain.treatment(1.1, "layout.span=6").control("t01", 1.2),
        "R5",
        "the untouched control is off by 2");
  }

  @Test
  void r6StandsOverEveryBundle() {
    assertThat(sentence(plain.analyse(dir), "R6")).contains("this host, this session");
  }

  @Test
  void r7RefusesARankingFromOneSize() {
    assertThat(sentence(plain.analyse(dir.resolve("one")), "R7")).startsWith("One size, 1000 keys");
    assertThat(sentence(plain.sizes(1000, 1414).analyse(dir.resolve("two")), "R7"))
        .contains("beyond the sizes measured, [1000, 1414]");
  }

  @Test
  void r8RefusesASteadyStateFigureFromForksThatWereNotSteady() {
    assertRefused(
        plain.treatment(1.3, "layout.span=6").course("t01", 1, 1, 1, 1, 1, 1.5, 1.5),
        "R8",
        "5 of 5 forks reached no steady state");
  }

  @Test
  void r9RefusesClaimsFromTwoForks() {
    assertRefused(plain.blocks(2).treatment(3, "layout.span=6"), "R9", "2 blocks have both");
  }

  @Test
  void r9R10AndR14RefuseMetricsByName() {
    assertThat(RefusedMetric.of("arithmetic-mean-of-ratios").map(Refusal::code)).contains("R10");
    assertThat(RefusedMetric.of("ratio-difference").map(Refusal::code)).contains("R10");
    assertThat(RefusedMetric.of("hash-quality").map(Refusal::code)).contains("R14");
    assertThat(RefusedMetric.of("score").map(Refusal::code)).contains("R14");
    assertThat(RefusedMetric.of("best-time").map(Refusal::code)).contains("R9");
    assertThat(List.of("time", "bytes", "geometric-mean-ratio"))
        .allSatisfy(metric -> assertThat(RefusedMetric.of(metric)).isEmpty());
  }

  @Test
  void r11RefusesMemoryWithoutFlagsOrHighWaterMark() {
    Analysis analysis =
        plain.flags().count("t01", 171, 8000, 300, 0).treatment(1, "layout.span=6").analyse(dir);
    assertThat(analysis.memory())
        .extracting(m -> m.refusals().getFirst().sentence())
        .containsExactly(
            "not known: flags of the virtual machine.",
            "not known: flags of the virtual machine, a high-water mark.");
    assertThat(analysis.groups().getFirst().front()).isEmpty();
    assertShown(analysis, "R11");
  }

  @Test
  void r12SaysWhatAZeroOfAllocationsLeavesOut() {
    Analysis analysis =
        plain.count("t01", 171, 8000, 0, 500).treatment(1, "layout.span=6").analyse(dir);
    assertThat(sentence(analysis, "R12")).contains("only building is counted");
  }

  @Test
  void r13RefusesAWinnerAmongManyThatChanceWouldMake() {
    SyntheticBundle bundle = plain.plan("exploratory", false).noise(0.05, 0.02, 0.01);
    for (int i = 0; i < 60; i++) {
      bundle.treatment(1.1, "layout.span=" + (6 + i));
    }
    assertThat(bundle.analyse(dir).cells())
        .filteredOn(c -> c.refusals().equals(List.of("R13")))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.claim()).isEqualTo(Analysis.NO_CLAIM))
        .allSatisfy(c -> assertThat(c.p()).isLessThan(0.05))
        .allSatisfy(c -> assertThat(c.reasons().getFirst()).contains("Holm"));
  }

  @Test
  void r13RefusesEffectsOfAnAliasedDesign() {
    Analysis analysis =
        SyntheticBundle.of("hash=a")
            .treatment(1.3, "hash=b")
            .plan("confounded", List.of("hash = layout × allocator"))
            .analyse(dir);
    assertThat(analysis.effects().getFirst().refusals()).contains("R13");
    assertThat(sentence(analysis, "R13")).contains("hash = layout × allocator");
  }

  @Test
  void r15RefusesHeapAgainstNativeMemoryWithoutTheCostOfBuildingAndClosing() {
    String[] heap = {"layout.memory=heap"};
    String[] outside = {"layout.memory=native"};
    assertRefused(SyntheticBundle.of(heap).treatment(0.5, outside), "R15", "native memory against");
    Analysis withPut =
        SyntheticBundle.of(heap)
            .treatment(0.5, outside)
            .operations("get-hit", "put")
            .analyse(dir.resolve("put"));
    assertThat(cell(withPut, "t01").claim()).isEqualTo(Analysis.FASTER);
  }

  @Test
  void effectsThatTheTreatmentsDoNotCrossAreRefused() {
    Analysis analysis =
        SyntheticBundle.of("hash=a", "layout=a")
            .treatment(1.3, "hash=b", "layout=a")
            .treatment(1.2, "hash=a", "layout=b")
            .analyse(dir);
    assertThat(analysis.effects())
        .filteredOn(e -> e.term().equals("hash × layout"))
        .singleElement()
        .satisfies(e -> assertThat(e.refusals()).containsExactly("R2"));
    assertThat(sentence(analysis, "R2")).contains("hash × layout");
  }

  private void assertRefused(SyntheticBundle bundle, String code, String reason) {
    Analysis analysis = bundle.analyse(dir.resolve("refused"));
    Cell cell = cell(analysis, "t01");
    assertThat(cell.claim()).isEqualTo(Analysis.NO_CLAIM);
    assertThat(cell.refusals()).contains(code);
    assertThat(cell.reasons().get(cell.refusals().indexOf(code))).contains(reason);
    assertShown(analysis, code);
  }

  private void assertRestrained(SyntheticBundle bundle, String code, String reason) {
    Analysis analysis = bundle.analyse(dir);
    Cell cell = cell(analysis, "t01");
    assertThat(cell.claim()).isEqualTo(Analysis.SLOWER);
    assertThat(cell.cause()).isEmpty();
    assertThat(cell.refusals()).containsExactly(code);
    assertThat(cell.reasons().getFirst()).contains(reason);
    assertShown(analysis, code);
  }

  private static void assertShown(Analysis analysis, String code) {
    assertThat(analysis.codes()).extracting(Refusal::code).contains(code);
  }

  private static String sentence(Analysis analysis, String code) {
    assertShown(analysis, code);
    return analysis.refusals().stream()
        .filter(r -> r.code().equals(code))
        .findFirst()
        .orElseThrow()
        .sentence();
  }

  private static Cell cell(Analysis analysis, String treatment) {
    return analysis.cells().stream()
        .filter(c -> c.treatment().equals(treatment))
        .findFirst()
        .orElseThrow();
  }
}
