package org.hamtlab.papers;

import java.util.List;
import java.util.Optional;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.Exhibit;

/**
 * One published claim and the experiment that decides it.
 *
 * <p>Measuring writes raw evidence into files; judging reads those files alone. So a verdict can be
 * decided again without measuring, and changes when a measured file does.
 */
public interface Claim {

  /**
   * What is claimed and what decides it, all fixed before anything is measured.
   *
   * @param id in the ledger, such as {@code B1}
   * @param kind what decides it
   * @param claim the claim in one sentence
   * @param source where it was published
   * @param rule the rule that decides
   * @param threshold the value that the rule compares with
   */
  record Terms(String id, Kind kind, String claim, String source, String rule, String threshold) {}

  /** What is claimed and what decides it. */
  Terms terms();

  /**
   * The claim whose evidence this one is judged by: its own, unless another claim measures the
   * same.
   */
  default String evidenceId() {
    return terms().id();
  }

  /** The sweep file that measures it, a resource beside the class. */
  default Optional<String> sweep() {
    return Optional.empty();
  }

  /** Counts what cannot vary, in this virtual machine. */
  default void measure(Recorder recorder) {}

  /** Fresh virtual machines in which {@link #observe} runs, one after the other. */
  default int replicates() {
    return 0;
  }

  /**
   * Times what is not an operation of a sweep, in a virtual machine of its own. One replicate
   * observes all variants, so that contrasts are formed within replicates; the order of variants
   * should depend on the replicate.
   *
   * @param replicate from 0; seeds what is random
   */
  default void observe(int replicate, Recorder recorder) {}

  /** Decides by the rule, from the evidence alone. */
  Judgement judge(Evidence evidence);

  /** What the page shows beside the verdict: tables and figures of what was measured. */
  default List<Exhibit> exhibits(Evidence evidence) {
    return List.of();
  }

  /**
   * The experiment that isolates why the claim falls, or what it rests on: one thing changed, all
   * else equal, best by what is counted. Every claim that another machine or another measurement
   * could refute has one.
   */
  default List<Exhibit> cause(Evidence evidence) {
    return List.of();
  }

  /** The command that re-tests it. */
  default String command() {
    return "./hamt papers " + terms().id();
  }
}
