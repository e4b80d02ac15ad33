package org.hamtlab.experiments.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.ForkId;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Sample;

/**
 * Refuses samples that no runner writes: the same iteration twice, a treatment that is not planned,
 * a time that is no positive number. Somebody edited the file, and estimates from it mean nothing.
 */
final class SampleCheck {
  private SampleCheck() {}

  private record Iteration(
      ForkId fork, String operation, String keys, int n, String phase, int iteration) {}

  static void check(Plan plan, List<Sample> samples) {
    Set<String> planned =
        plan.treatments().stream().map(Plan.PlannedTreatment::id).collect(Collectors.toSet());
    Set<Iteration> seen = HashSet.newHashSet(samples.size());
    for (Sample sample : samples) {
      if (!planned.contains(sample.treatment())) {
        throw edited(sample, "treatment " + sample.treatment(), "one of the plan");
      }
      if (!(sample.nsPerOp() > 0) || Double.isInfinite(sample.nsPerOp())) {
        throw edited(sample, "nsPerOp " + sample.nsPerOp(), "a positive number");
      }
      if (!seen.add(iteration(sample))) {
        throw edited(sample, "the sample stands there twice", "each once");
      }
    }
  }

  private static Iteration iteration(Sample sample) {
    return new Iteration(
        ForkId.of(sample),
        sample.operation(),
        sample.keys(),
        sample.n(),
        sample.phase(),
        sample.iteration());
  }

  private static BundleException edited(Sample sample, String found, String expected) {
    return new BundleException(
        String.format(
            "samples.jsonl: %s (expected %s), in fork %d of %s, %s, %s %d. The file was edited:"
                + " restore it, or start a new sweep.",
            found,
            expected,
            sample.fork(),
            sample.treatment(),
            sample.operation(),
            sample.phase(),
            sample.iteration()));
  }
}
