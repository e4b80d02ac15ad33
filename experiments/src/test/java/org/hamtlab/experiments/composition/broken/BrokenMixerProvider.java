package org.hamtlab.experiments.composition.broken;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hamtlab.config.Settings;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides a mixer whose answers change, with the calls or with the instances before. */
public final class BrokenMixerProvider extends BrokenProvider implements HashMixerProvider {
  private static final AtomicLong INSTANCES = new AtomicLong();

  /** Creates the provider. */
  public BrokenMixerProvider() {
    super("test.mixer", List.of("changes-with-time", "differs-by-instance"));
  }

  @Override
  public HashMixer create(Settings settings) {
    return how(settings).equals("changes-with-time")
        ? new Changing(new AtomicLong())
        : new Seeded(INSTANCES.incrementAndGet());
  }

  private record Changing(AtomicLong calls) implements HashMixer {
    @Override
    public long mix(long hash) {
      return hash ^ calls.incrementAndGet() / 100;
    }
  }

  private record Seeded(long seed) implements HashMixer {
    @Override
    public long mix(long hash) {
      return (hash ^ seed) * 0x9E3779B97F4A7C15L;
    }
  }
}
