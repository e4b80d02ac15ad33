package org.hamtlab.experiments.battery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.spi.ContentMixer;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/**
 * A mixer under test.
 *
 * @param phrase the mixer as a phrase spells it, with all parameters
 * @param provider creates it
 * @param settings its parameters
 * @param mixer the mixer
 */
record Subject(String phrase, HashMixerProvider provider, Settings settings, HashMixer mixer) {
  private static final int PROBES = 4096;
  private static final long HIGH_HALF = 0xFFFF_FFFFL << Integer.SIZE;

  /** The mixer that a selection spells. */
  static Subject of(HashMixerProvider provider, Selection selection) {
    Settings settings = selection.settings();
    return new Subject(selection.toString(), provider, settings, provider.create(settings));
  }

  /** The mixer as a reader of content, if it is one. */
  Optional<ContentMixer> content() {
    return mixer instanceof ContentMixer reader ? Optional.of(reader) : Optional.empty();
  }

  /**
   * How many bits of hash its outputs are worth, by trial: 64 if both halves of its input matter
   * and both halves of its output vary, else 32.
   */
  int bits() {
    SplittableRandom random = new SplittableRandom(64);
    boolean readsHigh = false;
    long seen = 0;
    long first = mixer.mix(0);
    for (int probe = 0; probe < PROBES; probe++) {
      long hash = random.nextLong();
      long mixed = mixer.mix(hash);
      seen |= mixed ^ first;
      readsHigh |= mixed != mixer.mix(hash ^ random.nextLong() & HIGH_HALF);
    }
    return readsHigh && (seen & HIGH_HALF) != 0 ? Long.SIZE : Integer.SIZE;
  }

  /** The parameter that makes it a keyed function: {@code secret}, or {@code seed}. */
  Optional<LongParameter> key() {
    for (String name : new String[] {"secret", "seed"}) {
      for (Parameter<?> parameter : provider.parameters()) {
        if (parameter instanceof LongParameter key && key.name().equals(name)) {
          return Optional.of(key);
        }
      }
    }
    return Optional.empty();
  }

  /** The same mixer under another key. */
  HashMixer keyed(LongParameter key, long value) {
    Map<String, Object> values = new LinkedHashMap<>(settings.values());
    values.put(key.name(), value);
    return provider.create(new Settings(values));
  }
}
