package org.hamtlab.hash.clojuremurmur3;

import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code clojure-murmur3}. */
public final class ClojureMurmur3MixerProvider implements HashMixerProvider {
  private static final ChoiceParameter OF =
      new ChoiceParameter(
          "of",
          "",
          List.of("long", "int"),
          "long",
          "Which of Clojure's functions: hashLong of 64 bits or hashInt of the low 32.");

  /** Creates the provider. */
  public ClojureMurmur3MixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("clojure-murmur3");
  }

  @Override
  public String summary() {
    return "MurmurHash3 of one number, as Clojure hashes ints (and codes of strings) or longs.";
  }

  @Override
  public String source() {
    return "clojure/clojure, src/jvm/clojure/lang/Murmur3.java, hashInt and hashLong";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(OF);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return new ClojureMurmur3Mixer(settings.get(OF).equals("long"));
  }
}
