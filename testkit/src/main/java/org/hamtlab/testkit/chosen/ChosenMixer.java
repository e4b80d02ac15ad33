package org.hamtlab.testkit.chosen;

import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import org.hamtlab.spi.ContentMixer;

/**
 * Takes the hash that a key carries: a key that is a {@link LongSupplier} supplies it, one that is
 * an {@link IntToLongFunction} gives one for each generation, any other key has the hash of its
 * {@code hashCode()}.
 *
 * <p><b>Cost.</b> One type test and one call.
 *
 * <p><b>Source.</b> hamtlab. Keys speak through a type of the JDK, because the classes of a
 * strategy's package exist once per composition.
 */
public final class ChosenMixer implements ContentMixer {
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final int generations;

  /** Creates a mixer with as many generations as usual. */
  public ChosenMixer() {
    this(GENERATIONS);
  }

  /**
   * Creates a mixer.
   *
   * @param generations number of hashes of a key, at least 1
   */
  public ChosenMixer(int generations) {
    this.generations = generations;
  }

  @Override
  public int generations() {
    return generations;
  }

  @Override
  public long mix(long hash) {
    return hash;
  }

  @Override
  public long hash(Object key, int generation) {
    return key instanceof IntToLongFunction carrier
        ? carrier.applyAsLong(generation)
        : rehash(first(key), generation);
  }

  private static long first(Object key) {
    return switch (key) {
      case null -> 0;
      case LongSupplier carrier -> carrier.getAsLong();
      default -> key.hashCode() & 0xFFFF_FFFFL;
    };
  }

  private static long rehash(long hash, int generation) {
    long mixed = hash;
    for (int round = 0; round < generation; round++) {
      mixed = (mixed ^ mixed >>> 32) * ODD + ODD;
    }
    return mixed;
  }
}
