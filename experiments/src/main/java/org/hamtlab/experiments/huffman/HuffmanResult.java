package org.hamtlab.experiments.huffman;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a run did.
 *
 * @param signature sum of the trees' signatures, modulo 2^31 − 1
 * @param blocks blocks of input
 * @param lockAcquisitions locks taken while blocks were served
 * @param locksPerSite the same by site
 * @param threads threads at a time
 * @param poolHighWaterBytes most bytes that one block took from its thread's pool; 0 without pools
 * @param millis time from the first block to the last
 */
public record HuffmanResult(
    long signature,
    int blocks,
    long lockAcquisitions,
    Map<String, Long> locksPerSite,
    int threads,
    long poolHighWaterBytes,
    double millis) {

  /** Sorts the sites. */
  public HuffmanResult {
    locksPerSite = new TreeMap<>(locksPerSite);
  }
}
