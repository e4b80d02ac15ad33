package org.hamtlab.papers.sharedhash;

import java.util.Locale;
import java.util.Map;
import org.hamtlab.experiments.huffman.HuffmanForks;
import org.hamtlab.experiments.huffman.HuffmanInput;
import org.hamtlab.experiments.huffman.HuffmanResult;
import org.hamtlab.experiments.huffman.HuffmanRun;
import org.hamtlab.experiments.huffman.HuffmanSample;
import org.hamtlab.experiments.huffman.Setup;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Logs;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.registry.Registry;

/** What the claims of this write-up have in common: inputs, quantities, and how they are taken. */
abstract class SharedHashClaim implements Claim {
  /** Inputs of the published sizes; the published files are not known. */
  static final String ONE_MIB = "lcg:42:1048576";

  static final String FIVE_MIB = "lcg:42:5242880";

  static final String LOCKS = "locks";
  static final String POOL_BYTES = "pool high-water mark";

  private static final String MILLIS = "time";
  private static final String CPU_MILLIS = "time on processors";
  private static final int REPLICATES = 6;
  private static final int WARMUPS = 4;
  private static final int ROUNDS = 4;
  private static final long SEED = 3;

  private final Terms terms;

  SharedHashClaim(Terms terms) {
    this.terms = terms;
  }

  @Override
  public final Terms terms() {
    return terms;
  }

  static String variant(String input, String setup) {
    return setup + " --input " + input;
  }

  /** Counts locks in one run. */
  static HuffmanResult count(Recorder recorder, String input, String name, Setup setup) {
    try (HuffmanRun run =
        new HuffmanRun(Registry.installed(), HuffmanInput.parse(input), setup, warning -> {})) {
      HuffmanResult result = run.run();
      record(recorder, input, name, result);
      return result;
    }
  }

  private static void record(Recorder recorder, String input, String name, HuffmanResult result) {
    String variant = variant(input, name);
    recorder.add(LOCKS, variant, result.lockAcquisitions(), "count");
    recorder.add("blocks", variant, result.blocks(), "count");
    recorder.add("signature", variant, result.signature(), "number");
    recorder.add(POOL_BYTES, variant, result.poolHighWaterBytes(), "bytes");
    result
        .locksPerSite()
        .forEach((site, count) -> recorder.add(LOCKS + ", " + site, variant, count, "count"));
  }

  /** Times setups, each in virtual machines of its own, interleaved. */
  static void time(Recorder recorder, String input, Map<String, Setup> setups) {
    try {
      new HuffmanForks(input, WARMUPS, ROUNDS, SEED)
          .run(setups, REPLICATES, sample -> time(recorder, input, sample));
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + input + " was timed", interruption);
    }
  }

  private static void time(Recorder recorder, String input, HuffmanSample sample) {
    String variant = variant(input, sample.variant());
    recorder.add(MILLIS, variant, sample.replicate(), sample.meanMillis(), "ms");
    recorder.add(CPU_MILLIS, variant, sample.replicate(), sample.meanCpuMillis(), "ms");
    if (sample.replicate() == 0) {
      record(recorder, input, sample.variant(), sample.result());
    }
  }

  static Logs millis(Evidence evidence, String input, String setup) {
    return evidence.logs(MILLIS, variant(input, setup));
  }

  static Logs cpuMillis(Evidence evidence, String input, String setup) {
    return evidence.logs(CPU_MILLIS, variant(input, setup));
  }

  /** How many times as fast one setup is as another, by the clock. */
  static Interval speedUp(Evidence evidence, String input, String faster, String slower) {
    return millis(evidence, input, slower).over(millis(evidence, input, faster)).interval();
  }

  /** The same by the time that threads spent on processors. */
  static Interval cpuSaving(Evidence evidence, String input, String faster, String slower) {
    return cpuMillis(evidence, input, slower).over(cpuMillis(evidence, input, faster)).interval();
  }

  static long locks(Evidence evidence, String input, String setup) {
    return evidence.count(LOCKS, variant(input, setup));
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
