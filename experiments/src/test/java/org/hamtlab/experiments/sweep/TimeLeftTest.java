package org.hamtlab.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Audits;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.ForkId;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining.PlannedFork;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private final Plan plan = TinyPlans.of(1, HashMap.class);

  @Test
  void isWithinAFifthOfTheTruthThroughoutARecordedSweep() throws IOException {
    List<ForkAudit> recorded = recorded();
    TimeLeft timeLeft = new TimeLeft(plan, List.of());
    for (int i = 0; i < recorded.size() - 1; i++) {
      timeLeft.add(recorded.get(i));
      List<ForkAudit> rest = recorded.subList(i + 1, recorded.size());
      double truth = rest.stream().mapToDouble(ForkAudit::seconds).sum();
      assertThat(timeLeft.seconds(forks(rest)) / truth).as("after %d", i).isBetween(0.8, 1.2);
    }
  }

  /** From a third of the sweep on, somebody else takes half of the host. */
  @Test
  void followsAHostThatBecomesSlower() throws IOException {
    List<ForkAudit> recorded = slowedFrom(13, recorded());
    TimeLeft timeLeft = new TimeLeft(plan, recorded.subList(0, 26));
    List<ForkAudit> rest = recorded.subList(26, recorded.size());
    double truth = rest.stream().mapToDouble(ForkAudit::seconds).sum();
    double perTreatment =
        rest.stream().mapToDouble(fork -> meanOf(fork.treatment(), recorded.subList(0, 26))).sum();
    assertThat(perTreatment / truth).as("what means of treatments say").isLessThan(0.8);
    assertThat(timeLeft.seconds(forks(rest)) / truth).isBetween(0.8, 1.2);
  }

  @Test
  void knowsThatSomeTreatmentsTakeLonger() {
    List<ForkAudit> done = new ArrayList<>();
    for (int block = 0; block < 8; block++) {
      done.addAll(List.of(audit("t00", block, 2), audit("t01", block, 8)));
    }
    TimeLeft timeLeft = new TimeLeft(plan, done);
    assertThat(timeLeft.seconds(forks(List.of(audit("t01", 8, 0))))).isCloseTo(8, within(0.5));
    assertThat(timeLeft.seconds(forks(List.of(audit("t02", 8, 0))))).isBetween(4.0, 6.0);
  }

  @Test
  void isThePlansEstimateBeforeTheFirstFork() {
    double fork = (double) plan.estimatedSeconds() / plan.forks();
    List<PlannedFork> one = forks(List.of(audit("t00", 0, 0)));
    assertThat(new TimeLeft(plan, List.of()).seconds(one)).isCloseTo(fork, within(1e-9));
  }

  /** Treatment, fork and seconds, in the order in which a sweep of profile quick measured them. */
  private static List<ForkAudit> recorded() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                TimeLeftTest.class.getResourceAsStream("recorded-forks.tsv"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split("\t", -1))
          .map(f -> audit(f[0], Integer.parseInt(f[1]), Double.parseDouble(f[2])))
          .toList();
    }
  }

  private static List<ForkAudit> slowedFrom(int first, List<ForkAudit> audits) {
    return IntStream.range(0, audits.size())
        .mapToObj(i -> {
          ForkAudit fork = audits.get(i);
          return audit(fork.treatment(), fork.fork(), fork.seconds() * (i < first ? 1 : 2));
        })
        .toList();
  }

  private static double meanOf(String treatment, List<ForkAudit> audits) {
    return audits.stream()
        .filter(fork -> fork.treatment().equals(treatment))
        .mapToDouble(ForkAudit::seconds)
        .average()
        .orElseThrow();
  }

  private static List<PlannedFork> forks(List<ForkAudit> audits) {
    return audits.stream()
        .map(a -> new PlannedFork(a.block(), new ForkId(a.treatment(), a.fork())))
        .toList();
  }

  private static ForkAudit audit(String treatment, int fork, double seconds) {
    return Audits.of(treatment, fork, Map.of("seconds", seconds));
  }
}
