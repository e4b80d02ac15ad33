package org.hamtlab.experiments.huffman;

/**
 * What one fork measures.
 *
 * @param variant name of the setup
 * @param input what {@code --input} names
 * @param setup how it runs
 * @param replicate number of the round of forks
 * @param warmups runs before those that count
 * @param rounds runs that count
 */
public record HuffmanTask(
    String variant, String input, Setup setup, int replicate, int warmups, int rounds) {}
