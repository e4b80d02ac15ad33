package org.hamtlab.experiments.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.experiments.analysis.Forks;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.peer.library.PeerOperation;

/** Turns the samples of one kind of keys and size into cells. */
final class PeerCells {
  static final double CONFIDENCE = 0.95;

  private final PeersPlan plan;
  private final PeersPlan.Group group;
  private final Map<String, String> faults;

  PeerCells(PeersPlan plan, PeersPlan.Group group, Map<String, String> faults) {
    this.plan = plan;
    this.group = group;
    this.faults = faults;
  }

  List<PeerCell> of(List<PeerSample> samples) {
    List<PeerCell> cells = new ArrayList<>();
    for (PeerOperation operation : plan.operations()) {
      Map<String, Timed> times = times(samples, operation);
      for (String subject : plan.subjects()) {
        for (String peer : plan.peers()) {
          if (!peer.equals(subject)) {
            cells.add(cell(operation, subject, peer, times));
          }
        }
      }
    }
    return cells;
  }

  /**
   * One side's times.
   *
   * @param logs logarithms of times by JVM and round
   * @param nanos geometric mean
   * @param evacuations fewest that the rounds of one JVM spanned
   */
  private record Timed(List<double[]> logs, double nanos, long evacuations) {

    /**
     * Logarithms of the ratios to another side, round by round: what slows a whole round down slows
     * both sides, and cancels.
     */
    Forks over(Timed other) {
      List<double[]> ratios = new ArrayList<>();
      for (int fork = 0; fork < logs.size(); fork++) {
        double[] ratio = logs.get(fork).clone();
        for (int round = 0; round < ratio.length; round++) {
          ratio[round] -= other.logs.get(fork)[round];
        }
        ratios.add(ratio);
      }
      return new Forks(ratios);
    }

    int samples() {
      return logs.stream().mapToInt(fork -> fork.length).sum();
    }
  }

  private static Map<String, Timed> times(List<PeerSample> samples, PeerOperation operation) {
    Map<String, List<PeerSample>> bySide = new LinkedHashMap<>();
    for (PeerSample sample : samples) {
      if (sample.op().equals(operation.id())) {
        bySide.computeIfAbsent(sample.side(), any -> new ArrayList<>()).add(sample);
      }
    }
    Map<String, Timed> times = new LinkedHashMap<>();
    bySide.forEach((side, own) -> times.put(side, timed(own)));
    return times;
  }

  private static Timed timed(List<PeerSample> samples) {
    Map<Integer, Map<Integer, PeerSample>> byFork = new TreeMap<>();
    for (PeerSample sample : samples) {
      byFork.computeIfAbsent(sample.fork(), any -> new TreeMap<>()).put(sample.round(), sample);
    }
    List<double[]> logs = new ArrayList<>();
    long evacuations = Long.MAX_VALUE;
    for (Map<Integer, PeerSample> rounds : byFork.values()) {
      logs.add(rounds.values().stream().mapToDouble(s -> Math.log(s.nanosPerKey())).toArray());
      evacuations =
          Math.min(evacuations, rounds.values().stream().mapToLong(PeerSample::evacuations).sum());
    }
    double mean =
        logs.stream().mapToDouble(fork -> Arrays.stream(fork).average().orElseThrow()).sum();
    return new Timed(logs, Math.exp(mean / logs.size()), evacuations);
  }

  private PeerCell cell(
      PeerOperation operation, String subject, String peer, Map<String, Timed> times) {
    Timed own = times.get(subject);
    Timed others = times.get(peer);
    PeerCell.Ratio ratio = null;
    if (own != null && others != null) {
      Forks ratios = own.over(others);
      Interval interval = ratios.interval(CONFIDENCE);
      ratio = new PeerCell.Ratio(interval.value(), interval.low(), interval.high(), ratios);
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("samples", ratio == null ? 0 : own.samples());
    facts.put("forks", ratio == null ? 0 : own.logs().size());
    if (operation.isChain() && own != null) {
      facts.put("evacuations", own.evacuations());
    }
    return new PeerCell(
        operation.id(),
        group.size(),
        group.keys().id(),
        subject,
        peer,
        ratio,
        own == null ? null : own.nanos(),
        others == null ? null : others.nanos(),
        lacks(operation, subject, peer, ratio != null),
        facts);
  }

  private String lacks(PeerOperation operation, String subject, String peer, boolean isMeasured) {
    for (String side : List.of(subject, peer)) {
      if (PeerSide.of(side).lacking().contains(operation)) {
        return side + " has no such operation";
      }
      String fault = faults.get(PeersRun.cell(group, operation, side));
      if (fault != null) {
        return side + " answers wrongly: " + fault;
      }
    }
    return isMeasured ? null : "the JVMs failed";
  }
}
