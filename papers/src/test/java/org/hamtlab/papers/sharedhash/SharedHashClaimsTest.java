package org.hamtlab.papers.sharedhash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hamtlab.experiments.huffman.HuffmanSetups;
import org.hamtlab.experiments.huffman.HuffmanSetups.Cell;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Observation;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.Exhibit;
import org.junit.jupiter.api.Test;

/** Verdicts follow from the observations, whatever these are. */
class SharedHashClaimsTest {
  private static final String SMALL = SharedHashClaim.ONE_MIB;
  private static final String LARGE = SharedHashClaim.FIVE_MIB;

  private static Judgement measured(Claim claim, UnaryOperator<Observation> change) {
    Recorder recorder = new Recorder(claim.terms().id());
    claim.measure(recorder);
    return claim.judge(Evidence.of(recorder.observations().stream().map(change).toList()));
  }

  private static Observation plus(Observation o, double more) {
    return new Observation(
        o.claim(), o.quantity(), o.variant(), o.replicate(), o.value() + more, o.unit());
  }

  /** Times around a value, one a replicate. */
  private static void times(Recorder recorder, String input, String setup, double millis) {
    for (int replicate = 0; replicate < 6; replicate++) {
      double time = millis * (1 + 0.01 * replicate);
      String variant = SharedHashClaim.variant(input, setup);
      recorder.add("time", variant, replicate, time, "ms");
      recorder.add("time on processors", variant, replicate, time, "ms");
    }
  }

  private static Evidence evidence(Recorder recorder) {
    return Evidence.of(recorder.observations());
  }

  @Test
  void lockCountsAreMetToTheLastDigit() {
    assertThat(measured(new LockCountClaim(), o -> o).verdict()).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void oneLockMoreRefutesTheCounts() {
    Judgement judgement =
        measured(new LockCountClaim(), o -> o.variant().startsWith("pools") ? plus(o, 1) : o);

    assertThat(judgement.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(judgement.measured()).contains("2,049").contains("10,241");
  }

  @Test
  void theSecondLockGivesTheInputBack() {
    Judgement judgement = measured(new SecondLockClaim(), o -> o);

    assertThat(judgement.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(judgement.measured()).contains("1,024 for giving it back, 0 for a pool");
  }

  @Test
  void locksOfFallbacksWouldSupportTheSecondLock() {
    Judgement judgement =
        measured(new SecondLockClaim(), o -> o.quantity().equals("locks") ? plus(o, 1_024) : o);

    assertThat(judgement.verdict()).isEqualTo(Verdict.SUPPORTED);
  }

  private static Judgement gain(double small, double large) {
    Recorder recorder = new Recorder("D1");
    times(recorder, SMALL, "baseline", 100 * small);
    times(recorder, SMALL, "pools", 100);
    times(recorder, LARGE, "baseline", 100 * large);
    times(recorder, LARGE, "pools", 100);
    return new PoolGainClaim().judge(evidence(recorder));
  }

  @Test
  void theGainIsJudgedByBothSizes() {
    assertThat(gain(26, 34).verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(gain(26, 3).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(gain(2, 34).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(gain(2, 3).refusals()).anyMatch(refusal -> refusal.startsWith("R2"));
  }

  @Test
  void theGainOfPoolsIsShownBesideThatOfTheLockAlone() {
    Recorder recorder = new Recorder("D1");
    for (String setup : List.of("baseline", "pools", PoolGainClaim.UNLOCKED)) {
      times(recorder, SMALL, setup, setup.equals("baseline") ? 300 : 100);
      recorder.add("locks", SharedHashClaim.variant(SMALL, setup), 2_048, "count");
    }

    assertThat(html(new PoolGainClaim().cause(evidence(recorder)))).contains("3.00 [3.00, 3.00]");
  }

  private static Evidence sizes(double small, double large, long chosenLocks) {
    Recorder recorder = new Recorder("D4");
    for (String size : List.of("1", "2", "4", "8", "16", "18", "32", "64")) {
      String name = size + " KiB";
      String variant = SharedHashClaim.variant(SMALL, name);
      boolean isSmall = Integer.parseInt(size) < 18;
      times(recorder, SMALL, name, isSmall ? small : size.equals("64") ? large : 100);
      recorder.add("locks", variant, isSmall ? 9_000 : chosenLocks, "count");
      recorder.add("blocks", variant, 1_024, "count");
      recorder.add("pool high-water mark", variant, 18_416, "bytes");
    }
    return evidence(recorder);
  }

  @Test
  void theSweetSpotNeedsSlowerPoolsBelowAndNoFasterOneAbove() {
    PoolSizeClaim claim = new PoolSizeClaim();

    assertThat(claim.judge(sizes(130, 100, 2_048)).verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(claim.judge(sizes(90, 100, 2_048)).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(claim.judge(sizes(130, 50, 2_048)).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(claim.judge(sizes(130, 100, 4_000)).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(html(claim.cause(sizes(130, 100, 2_048)))).contains("18 KiB");
  }

  private static Evidence contention(double lockGain) {
    Recorder recorder = new Recorder("D5");
    List<String> others =
        new ArrayList<>(
            List.of(
                ContentionClaim.BY_ARRIVAL,
                ContentionClaim.ONE_THREAD,
                ContentionClaim.ONE_POOL,
                ContentionClaim.POOLS));
    for (Cell cell : HuffmanSetups.cells()) {
      times(recorder, SMALL, cell.name(), cell.isLocked() ? 100 * lockGain : 100);
      recorder.add("locks", SharedHashClaim.variant(SMALL, cell.name()), 1, "count");
    }
    others.forEach(name -> times(recorder, SMALL, name, 100));
    return evidence(recorder);
  }

  @Test
  void contentionIsJudgedByTheLockAlone() {
    ContentionClaim claim = new ContentionClaim();

    assertThat(claim.judge(contention(30)).verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(claim.judge(contention(2)).verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(ContentionClaim.mean(contention(2), 0).value()).isBetween(1.99, 2.01);
    assertThat(ContentionClaim.mean(contention(2), 1).value()).isBetween(0.99, 1.01);
    assertThat(html(claim.cause(contention(2)))).contains("mean of all combinations");
  }

  private static String html(List<Exhibit> exhibits) {
    return String.join("", exhibits.stream().map(Exhibit::html).toList());
  }
}
