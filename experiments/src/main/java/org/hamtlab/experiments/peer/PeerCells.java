package org.hamtlab.experiments.peer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.experiments.analysis.Bootstrap;
import org.hamtlab.experiments.analysis.Bootstrap.Interval;
import org.hamtlab.experiments.analysis.Forks;

/** Turns the samples of one kind of keys and size into cells. */
final class PeerCells {
  static final int RESAMPLES = 2_000;
  static final double CONFIDENCE = 0.95;

  private final PeersPlan plan;
  private final PeersPlan.Group group;
  private final Map<String, String> faults;
  private final Bootstrap bootstrap = new Bootstrap(RESAMPLES, CONFIDENCE);

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

  /** One side's times. */
  private record Timed(Forks forks, double nanos, int samples, long evacuations) {}

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
    Map<Integer, List<PeerSample>> byFork = new TreeMap<>();
    for (PeerSample sample : samples) {
      byFork.computeIfAbsent(sample.fork(), any -> new ArrayList<>()).add(sample);
    }
    Forks forks =
        Forks.ofTimes(
            byFork.values().stream()
                .map(fork -> fork.stream().mapToDouble(PeerSample::nanosPerKey).toArray())
                .toList());
    long evacuations =
        byFork.values().stream()
            .mapToLong(fork -> fork.stream().mapToLong(PeerSample::evacuations).sum())
            .min()
            .orElse(0);
    double nanos = new Bootstrap(1, CONFIDENCE).time(forks, 1).value();
    return new Timed(forks, nanos, samples.size(), evacuations);
  }

  private PeerCell cell(
      PeerOperation operation, String subject, String peer, Map<String, Timed> times) {
    Timed own = times.get(subject);
    Timed others = times.get(peer);
    PeerCell.Ratio ratio = null;
    if (own != null && others != null) {
      Interval interval = bootstrap.ratio(own.forks(), others.forks(), plan.seed());
      ratio =
          new PeerCell.Ratio(
              interval.value(), interval.low(), interval.high(), own.forks(), others.forks());
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("samples", ratio == null ? 0 : Math.min(own.samples(), others.samples()));
    facts.put("forks", ratio == null ? 0 : own.forks().count());
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
