package org.hamtlab.hash.crc32c;

import java.util.List;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides the mixer {@code crc32c}. */
public final class Crc32cMixerProvider implements HashMixerProvider {
  /** Creates the provider. */
  public Crc32cMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("crc32c");
  }

  @Override
  public String summary() {
    return "The checksum CRC-32C of the eight bytes of the hash, lowest first: linear, a bad control.";
  }

  @Override
  public String source() {
    return "Guy Castagnoli, Stefan Brauer, Martin Herrmann, Optimization of Cyclic Redundancy-Check Codes (1993), doi:10.1109/26.231911; RFC 3720, appendix B.4";
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
    return new Crc32cMixer();
  }
}
