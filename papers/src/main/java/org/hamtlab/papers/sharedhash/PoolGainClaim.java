package org.hamtlab.papers.sharedhash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.huffman.HuffmanSetups;
import org.hamtlab.experiments.huffman.Setup;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim D1: how much faster pools make it.
 *
 * <p><b>Source.</b> Seed 003, "Timing Comparison".
 */
public final class PoolGainClaim extends SharedHashClaim {
  static final String UNLOCKED = "an allocator for each thread";

  private static final double SMALL_GAIN = 26.1;
  private static final double LARGE_GAIN = 33.9;

  /** Another machine may differ by so much; a factor of two would already be another claim. */
  private static final double MARGIN = 1.5;

  /** Creates the claim. */
  public PoolGainClaim() {
    super(
        new Terms(
            "D1",
            Kind.MEASURED,
            "pools of 32 KiB make 20 threads 26.1 times faster on 1 MB, 33.9 times on 5 MB",
            "seed 003, Timing Comparison",
            "SUPPORTED if both intervals are inside, REFUTED if one is outside",
            "each ratio of times within a factor of 1.5 of the published one: 17.4 to 39.2, 22.6 to"
                + " 50.9"));
  }

  @Override
  public void measure(Recorder recorder) {
    Map<String, Setup> setups = new LinkedHashMap<>(HuffmanSetups.published());
    setups.put(
        UNLOCKED,
        HuffmanSetups.factorial(1).get(HuffmanSetups.cells().getFirst().flipped(0).name()));
    time(recorder, ONE_MIB, setups);
    time(recorder, FIVE_MIB, HuffmanSetups.published());
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "What is taken away (1 MiB)", "setup", "locks", "times as fast as the baseline");
    for (String setup : List.of("baseline", UNLOCKED, "pools")) {
      table =
          table.row(
              setup,
              number(locks(evidence, ONE_MIB, setup)),
              speedUp(evidence, ONE_MIB, setup, "baseline").text());
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the lock alone, taken away by an allocator of its own"
                + " for each thread, with search and freeing as before. That is all that contention"
                + " can cost here; what pools gain beyond it, they gain by not searching and not"
                + " freeing. The lock here goes to whoever runs, so that hardly a thread is put to"
                + " sleep; claim D5 shows what a lock that is handed on by arrival costs instead."),
        table);
  }

  @Override
  public Judgement judge(Evidence evidence) {
    return Judgement.all(
            List.of(
                judge(evidence, ONE_MIB, SMALL_GAIN, "1 MiB"),
                judge(evidence, FIVE_MIB, LARGE_GAIN, "5 MiB")))
        .refusing(
            "R6: the published seconds are another machine's, system's and language's; only the"
                + " ratio is compared")
        .refusing("R2: pools change lock, search and freeing at once; D5 parts them");
  }

  private static Judgement judge(Evidence evidence, String input, double published, String name) {
    Interval gain = speedUp(evidence, input, "pools", "baseline");
    Interval cpu = cpuSaving(evidence, input, "pools", "baseline");
    return Judgement.within(gain, published / MARGIN, published * MARGIN, name + ": ratio of times")
        .noting("of time on processors " + cpu.text());
  }
}
