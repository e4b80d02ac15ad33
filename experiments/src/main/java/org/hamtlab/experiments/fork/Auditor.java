package org.hamtlab.experiments.fork;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.Remaining.PlannedFork;

/** Reads the canary and the system's counters just before and just after each fork. */
final class Auditor {
  private final String run;
  private final String host;
  private Canary canary;

  Auditor(String run, String host) {
    this.run = run;
    this.host = host;
  }

  /** What was read before a fork. */
  record Before(Canary.Reading canary, ProcStat.Times times, long pressureMicros, long nanoTime) {}

  /** Reads before a fork; the first call makes the canary. */
  Before before() {
    if (canary == null) {
      canary = new Canary();
    }
    Canary.Reading reading = canary.read();
    return new Before(reading, ProcStat.times(), ProcStat.pressureMicros(), System.nanoTime());
  }

  /** Reads after it; the timeline is there if the fork ended well. */
  ForkAudit after(
      Before before, PlannedFork fork, double iteratedSeconds, Optional<Timeline> timeline) {
    long now = System.nanoTime();
    double seconds = (now - before.nanoTime()) / 1e9;
    ProcStat.Times times = ProcStat.times();
    long pressure = ProcStat.pressureMicros();
    Canary.Reading reading = canary.read();
    return new ForkAudit(
        run,
        fork.block(),
        fork.id().treatment(),
        fork.id().fork(),
        host,
        before.canary().nearNs(),
        reading.nearNs(),
        before.canary().farNs(),
        reading.farNs(),
        ProcStat.stealShare(before.times(), times),
        ProcStat.load(),
        ProcStat.pressureShare(before.pressureMicros(), pressure, seconds),
        seconds,
        iteratedSeconds,
        timeline.map(t -> t.start(before.nanoTime(), now)).orElseGet(OptionalDouble::empty),
        seconds(timeline, Timeline::prepare),
        seconds(timeline, t -> t.setUp(iteratedSeconds)),
        Instant.now().toString());
  }

  private static OptionalDouble seconds(
      Optional<Timeline> timeline, ToDoubleFunction<Timeline> part) {
    return timeline.stream().mapToDouble(part).findFirst();
  }
}
