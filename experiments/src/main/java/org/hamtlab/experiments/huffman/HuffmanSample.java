package org.hamtlab.experiments.huffman;

import java.util.List;

/**
 * What one fork measured.
 *
 * @param variant name of the setup
 * @param input the input
 * @param setup how it ran
 * @param replicate number of the round of forks
 * @param millis times of the runs that count
 * @param cpuMillis time that all threads spent on processors in each
 * @param result of the last run
 */
public record HuffmanSample(
    String variant,
    String input,
    Setup setup,
    int replicate,
    List<Double> millis,
    List<Double> cpuMillis,
    HuffmanResult result) {

  /** Copies the lists. */
  public HuffmanSample {
    millis = List.copyOf(millis);
    cpuMillis = List.copyOf(cpuMillis);
  }

  /** Geometric mean of the times. */
  public double meanMillis() {
    return mean(millis);
  }

  /** Geometric mean of the processors' times. */
  public double meanCpuMillis() {
    return mean(cpuMillis);
  }

  private static double mean(List<Double> values) {
    return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
  }
}
