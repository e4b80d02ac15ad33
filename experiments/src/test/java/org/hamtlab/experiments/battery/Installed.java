package org.hamtlab.experiments.battery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hamtlab.config.Axis;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.HashMixerProvider;

/** The battery over the mixers of the class path, its keys made once. */
final class Installed {
  static final Registry REGISTRY = Registry.installed();
  static final Battery BATTERY = new Battery(REGISTRY);

  private static final Map<String, Judgement> JUDGEMENTS = new ConcurrentHashMap<>();

  private Installed() {}

  static Subject subject(String mixer) {
    var selection = REGISTRY.selection(Axis.HASH, mixer);
    return Subject.of(
        (HashMixerProvider) REGISTRY.provider(Axis.HASH, selection.id().orElseThrow()), selection);
  }

  /** What the battery says of a mixer; asked once for all tests. */
  static Judgement judge(String mixer, int bits) {
    return JUDGEMENTS.computeIfAbsent(
        mixer + " at " + bits, name -> BATTERY.judge(subject(mixer), bits));
  }
}
