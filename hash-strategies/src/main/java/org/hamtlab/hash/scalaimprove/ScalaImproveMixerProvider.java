package org.hamtlab.hash.scalaimprove;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code scala-improve}. */
public final class ScalaImproveMixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public ScalaImproveMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("scala-improve");
  }

  @Override
  public String summary() {
    return "The shifts and additions of Scala's hash maps, once java.util.HashMap's of Java 5.";
  }

  @Override
  public String source() {
    return "scala/scala 2.13, src/library/scala/collection/Hashing.scala, improve";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of();
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return new ScalaImproveMixer();
  }
}
