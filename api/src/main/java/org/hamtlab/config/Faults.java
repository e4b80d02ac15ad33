package org.hamtlab.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with something that a user wrote, so that all of it is reported together,
 * one fault a line. An instance serves one thread.
 */
public final class Faults {
  private final List<String> sentences = new ArrayList<>();

  /** Creates a collector that has found nothing. */
  public Faults() {}

  /** Adds a fault, worded as errors are: subject, value, rule, what exists, what to do. */
  public void add(String sentence) {
    if (!sentences.contains(sentence)) {
      sentences.add(sentence);
    }
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return sentences.isEmpty();
  }

  /** The faults in the order in which they were found, without repetitions. */
  public List<String> sentences() {
    return List.copyOf(sentences);
  }

  /** Ends the attempt if there are faults: throws them all as one exception. */
  public void throwIfAny() {
    if (!sentences.isEmpty()) {
      throw new ConfigurationException(String.join("\n", sentences));
    }
  }
}
