package org.hamtlab.papers.pypersistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.Exhibit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PypersistentClaimsTest {
  private static final double[] NOISE = {0.998, 1, 1.002, 0.999, 1.001};

  private final Recorder recorder = new Recorder("any");

  @TempDir Path folder;

  private void times(String quantity, String variant, double value) {
    for (int replicate = 0; replicate < NOISE.length; replicate++) {
      recorder.add(quantity, variant, replicate, value * NOISE[(replicate * 3) % 5], "ns");
    }
  }

  private void builds(double bottomUp, double arena, double clone, double uncached) {
    String quantity = BuildTimes.quantity(BuildTimes.LARGEST);
    times(quantity, BuildTimes.ONE_BY_ONE, 2.94);
    times(quantity, BuildTimes.BOTTOM_UP, bottomUp);
    times(quantity, BuildTimes.IN_ARENA, arena);
    times(quantity, BuildTimes.ADOPTED, 1);
    times(quantity, BuildTimes.CLONED, 1 + clone);
    times(quantity, BuildTimes.UNCACHED, uncached);
    times(quantity, BuildTimes.VERSIONS, 4);
    times(quantity, BuildTimes.FILLED, 1);
    times(quantity, BuildTimes.COPIED, 1);
  }

  private Verdict verdict(Claim claim) {
    return claim.judge(Evidence.of(recorder.observations())).verdict();
  }

  @Test
  void buildTimesAsPublishedSupportTheClaims() {
    builds(3.09, 2.72, 0.02, 3.09 / 0.72);

    assertThat(verdict(new BuildTimeClaim())).isEqualTo(Verdict.SUPPORTED);
    assertThat(verdict(new ArenaGainClaim())).isEqualTo(Verdict.SUPPORTED);
    assertThat(verdict(new BuildSharesClaim())).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void otherBuildTimesRefuteThem() {
    builds(2, 1.95, 0.3, 2);

    assertThat(verdict(new BuildTimeClaim())).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(new ArenaGainClaim())).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(new BuildSharesClaim())).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void theCloneIsShownAloneWhereTheArenaGainsNothing() {
    builds(2, 1.95, 0.3, 2);
    new BuildTimeClaim().measure(recorder);

    assertThat(html(new ArenaGainClaim())).contains("1.30 [1.30, 1.30]", "308,076");
  }

  private String html(Claim claim) {
    return String.join(
        "", claim.cause(Evidence.of(recorder.observations())).stream().map(Exhibit::html).toList());
  }

  private void counts(String way, long nodes, long entries, double level, long live) {
    recorder.add("internalNodes", way, nodes, "count");
    recorder.add("entries", way, entries, "count");
    recorder.add("allocations", way, nodes, "count");
    recorder.add("slotsReserved", way, BuildCounts.CHUNK_SLOTS, "slots");
    recorder.add("slotsLive", way, live, "slots");
    recorder.add("maxDepth", way, 7, "levels");
    recorder.add("meanLeafLevel", way, level, "levels");
  }

  @Test
  void callsAreCountedEndToEnd() {
    counts(BuildCounts.MALLOC, 10, 100, 2, 7);
    counts(BuildCounts.ARENA, 10, 100, 2, 7);
    counts(BuildCounts.CLONED, 10, 100, 2, 7);

    var judgement = new AllocatorCallsClaim().judge(Evidence.of(recorder.observations()));

    assertThat(judgement.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(judgement.measured()).startsWith("131 calls end to end instead of 120");
  }

  @Test
  void manyCallsRefute() {
    counts(BuildCounts.MALLOC, 1, 1, 2, 7);
    counts(BuildCounts.ARENA, 300, 1_000, 2, 7);
    counts(BuildCounts.CLONED, 1, 1, 2, 7);

    assertThat(verdict(new AllocatorCallsClaim())).isEqualTo(Verdict.REFUTED);
  }

  private void memory(double peak, long nodes, long cloned) {
    recorder.add("peak", "published", peak, "MB");
    recorder.add("final", "published", 200, "MB");
    counts(BuildCounts.MALLOC, 1, 1, 2, 7);
    counts(BuildCounts.ARENA, nodes, 1, 2, 7);
    counts(BuildCounts.CLONED, 1, 1, 2, cloned);
    counts(BuildCounts.ADOPTED, 1, 1, 2, 7);
  }

  @Test
  void arenaMemoryIsJudgedByPeakNodesAndWhatIsLeft() {
    memory(256, 4_000_000, 7);

    assertThat(verdict(new ArenaMemoryClaim())).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void oneSlotMoreAfterTheCloneRefutes() {
    memory(256, 4_000_000, 8);

    assertThat(verdict(new ArenaMemoryClaim())).isEqualTo(Verdict.REFUTED);
  }

  private void leaks(long buffers, double late) {
    recorder.add("buffers left", "arena as published", buffers, "count");
    recorder.add("references left", "arena as published", 0, "count");
    recorder.add("buffers left", "arena that destroys its nodes", 0, "count");
    recorder.add("references left", "arena that destroys its nodes", 0, "count");
    times("live bytes", "after 20", 1e6);
    times("live bytes", "after 60", late * 1e6);
  }

  @Test
  void nothingLeftAndFlatBytesAreNoLeak() {
    leaks(0, 1);

    assertThat(verdict(new LeakClaim())).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void oneBufferLeftIsALeak() {
    leaks(1, 1);

    assertThat(verdict(new LeakClaim())).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void risingBytesAreALeak() {
    leaks(0, 1.1);

    assertThat(verdict(new LeakClaim())).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void anArenaThatDestroysItsNodesLeavesNothing() {
    int[] hashes = new Random(7).ints().distinct().limit(1_000).toArray();

    assertThat(ArenaModel.of(hashes, true)).isEqualTo(new ArenaModel.Left(0, 0));
    assertThat(ArenaModel.of(hashes, false).references()).isEqualTo(1_000);
    assertThat(ArenaModel.of(hashes, false).buffers()).isPositive();
  }

  private void merges(double clone, double speedUp, int wrong) {
    for (int overlap : Merges.OVERLAPS) {
      times(Merges.quantity(overlap), Merges.ELEMENT_WISE, 10);
      times(Merges.quantity(overlap), Merges.AFTER_CLONE, 10 * clone);
      times(Merges.quantity(overlap), Merges.STRUCTURAL, 10 / speedUp);
      recorder.add(Merges.WRONG, Merges.STRUCTURAL + overlap, 0, wrong, "count");
    }
  }

  @Test
  void mergesAsPublishedSupportTheClaims() {
    merges(1.2, 8, 0);

    assertThat(verdict(new MergeRegressionClaim())).isEqualTo(Verdict.SUPPORTED);
    assertThat(verdict(new StructuralMergeClaim())).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void slowerMergesRefuteThem() {
    merges(1.05, 6, 0);

    assertThat(verdict(new MergeRegressionClaim())).isEqualTo(Verdict.REFUTED);
    assertThat(verdict(new StructuralMergeClaim())).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void oneWrongEntryRefutesAFastMerge() {
    merges(1, 8, 1);

    assertThat(verdict(new StructuralMergeClaim())).isEqualTo(Verdict.REFUTED);
  }

  private void operations(boolean isAsClaimed) {
    OtherOperationsClaim.CLAIMED.forEach((operation, claimed) -> {
      times(operation, OtherOperationsClaim.PLAIN, 10);
      times(operation, OtherOperationsClaim.TWIN, 10.02);
      times(operation, OtherOperationsClaim.CLONED, isAsClaimed ? 10 * claimed : 10);
    });
  }

  @Test
  void operationsAsPublishedSupport() {
    operations(true);

    assertThat(verdict(new OtherOperationsClaim())).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void equalOperationsRefute() {
    operations(false);

    assertThat(verdict(new OtherOperationsClaim())).isEqualTo(Verdict.REFUTED);
  }

  private void bump(double times) {
    times(BumpClaim.BLOCK, BumpClaim.MALLOC, times);
    times(BumpClaim.BLOCK, BumpClaim.BUMP, 1);
    times(BumpClaim.BLOCK, BumpClaim.CALL, 2);
    times(BumpClaim.BLOCK, BumpClaim.BARE_MALLOC, 0.5 * times);
    times(BumpClaim.BLOCK, BumpClaim.BARE_BUMP, 0.1);
  }

  @Test
  void tenTimesFasterIsTheThresholdOfBumping() {
    bump(10.5);
    assertThat(verdict(new BumpClaim())).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void nineTimesFasterIsTooLittle() {
    bump(9.5);
    assertThat(verdict(new BumpClaim())).isEqualTo(Verdict.REFUTED);
    assertThat(html(new BumpClaim())).contains("47.5 [47.5, 47.5]", "9.50 [9.50, 9.50]");
  }

  @Test
  void ratiosThatDivideToThirtySevenWouldSupport() {
    recorder.add("ratio to dict", "before", 74, "times");
    recorder.add("ratio to dict", "after", 2, "times");
    recorder.add("from_dict", "before", 1, "s");
    recorder.add("from_dict", "after", 1, "s");

    assertThat(verdict(new RatioClaim())).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void publishedRatiosDoNot() {
    new RatioClaim().measure(recorder);

    assertThat(verdict(new RatioClaim())).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void changingAMeasuredFileChangesTheVerdict() {
    counts(BuildCounts.ADOPTED, 1, 1, 4.5, 7);
    counts(BuildCounts.CLONED, 1, 1, 4.5, 7);
    counts(BuildCounts.ONE_BY_ONE, 1, 1, 4.5, 7);
    Evidence.write(folder, recorder);
    assertThat(new DepthClaim().judge(Evidence.read(folder)).verdict()).isEqualTo(Verdict.REFUTED);

    Recorder deeper = new Recorder("any");
    recorder
        .observations()
        .forEach(o ->
            deeper.add(
                o.quantity(),
                o.variant(),
                o.quantity().equals("meanLeafLevel") && o.variant().equals(BuildCounts.CLONED)
                    ? 4.6
                    : o.value(),
                o.unit()));
    Evidence.write(folder, deeper);

    assertThat(new DepthClaim().judge(Evidence.read(folder)).verdict())
        .isEqualTo(Verdict.SUPPORTED);
  }
}
