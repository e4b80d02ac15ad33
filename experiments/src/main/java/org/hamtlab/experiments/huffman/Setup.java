package org.hamtlab.experiments.huffman;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hamtlab.config.ConfigurationException;

/**
 * How a run is set up.
 *
 * @param allocator value of the axis {@code allocator}, such as {@code locked{parent=first-fit}}
 * @param threads threads at a time; one is the caller's own
 * @param batch blocks that are served before the threads are joined and others started; 0 for all
 * @param freeing how blocks of memory come back
 * @param sharing who has an allocator
 */
public record Setup(String allocator, int threads, int batch, Freeing freeing, Sharing sharing) {

  /** How blocks of memory come back. */
  public enum Freeing {
    /** One by one. */
    EACH,
    /** All at once: after a block where the thread has an allocator of its own, else a batch. */
    RESET
  }

  /** Who has an allocator. */
  public enum Sharing {
    /** All threads use one. */
    SHARED,
    /** Every thread has one. */
    OWN
  }

  /** The same with another allocator. */
  public Setup withAllocator(String other) {
    return new Setup(other, threads, batch, freeing, sharing);
  }

  /** The same with so many threads that live throughout. */
  public Setup living(int number) {
    return new Setup(allocator, number, 0, freeing, sharing);
  }

  /** Blocks between two joins. */
  int batchOf(int blocks) {
    return batch == 0 ? blocks : Math.min(batch, blocks);
  }

  /** The value of an enumeration that an option names. */
  static <E extends Enum<E>> E parse(Class<E> type, String option, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> id(value).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new ConfigurationException(
                option
                    + ": '"
                    + text
                    + "' (expected "
                    + Arrays.stream(type.getEnumConstants())
                        .map(Setup::id)
                        .collect(Collectors.joining(" or "))
                    + ")"));
  }

  /** A value as options spell it. */
  static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
