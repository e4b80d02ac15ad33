package org.hamtlab.experiments.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.HashMixerProvider;

/**
 * Runs the tests over mixers. Keys and oracle are made once and serve all mixers; every seed is
 * fixed, so that results repeat.
 *
 * <p>A mixer is judged at 32 bits, as a map with {@code hash-bits=32} uses it: hash codes extended
 * by zeros go in, the low 32 bits of the result count. One that reads and gives 64 bits is judged
 * at 64 as well.
 *
 * <p><b>Cost.</b> Seconds a mixer on one processor; the oracle some seconds more, once.
 */
final class Battery {
  private final Registry registry;
  private final Oracle oracle = new Oracle();
  private final List<KeySet> narrow = KeySets.of(Integer.SIZE);
  private final List<KeySet> wide = KeySets.of(Long.SIZE);
  private final List<KeySet> objects = JavaKeys.all();

  Battery(Registry registry) {
    this.registry = registry;
  }

  /** The report about a mixer that is installed. */
  BatteryReport report(Selection mixer) {
    HashMixerProvider provider =
        (HashMixerProvider) registry.provider(Axis.HASH, mixer.id().orElseThrow());
    Subject subject = Subject.of(provider, mixer);
    List<Judgement> judgements = new ArrayList<>();
    List<Adversary.Cost> costs = Adversary.costs(registry, mixer);
    List<Outcome> answers = costs.stream().map(Adversary.Cost::outcome).toList();
    for (int bits = Integer.SIZE; bits <= subject.bits(); bits *= 2) {
      judgements.add(judge(subject, bits).with(answers));
    }
    return new BatteryReport(
        subject.phrase(), provider.source(), RoundTrips.verification(subject), judgements, costs);
  }

  /** The tests that need the function alone, at one width. */
  Judgement judge(Subject subject, int bits) {
    long mask = -1L >>> -bits;
    LongUnaryOperator mixer = hash -> subject.mixer().mix(hash) & mask;
    double[][] flips = new double[bits][bits];
    List<Outcome> outcomes = new ArrayList<>(RoundTrips.outcomes(subject));
    outcomes.addAll(new Avalanche(mixer, bits).outcomes(flips));
    outcomes.addAll(new Differentials(mixer, bits).outcomes());
    List<Judgement.Collisions> collisions = new ArrayList<>();
    for (KeySet keys : bits == Integer.SIZE ? narrow : wide) {
      outcomes.addAll(spread(keys, keys.mixed(mixer, Optional.empty()), bits));
    }
    for (KeySet keys : objects) {
      long[] mixed = keys.mixed(mixer, subject.content());
      for (int at = 0; at < mixed.length; at++) {
        mixed[at] &= mask;
      }
      outcomes.addAll(spread(keys, mixed, bits));
      collisions.add(
          new Judgement.Collisions(
              keys.name(),
              keys.size(),
              keys.size() - mixed.length,
              keys.size() - Arrays.stream(mixed).distinct().count()));
    }
    outcomes.addAll(Keyed.outcomes(subject, bits));
    return new Judgement(bits, outcomes, collisions, flips);
  }

  private List<Outcome> spread(KeySet keys, long[] mixed, int bits) {
    return new Distribution(keys.family(), keys.name(), bits, oracle).outcomes(mixed);
  }
}
