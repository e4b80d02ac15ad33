package org.hamtlab.experiments.battery;

import org.hamtlab.config.Axis;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.HashMixerProvider;

/** The battery over the mixers of the class path, its keys made once. */
final class Installed {
  static final Registry REGISTRY = Registry.installed();
  static final Battery BATTERY = new Battery(REGISTRY);

  private Installed() {}

  static Subject subject(String mixer) {
    var selection = REGISTRY.selection(Axis.HASH, mixer);
    return Subject.of(
        (HashMixerProvider) REGISTRY.provider(Axis.HASH, selection.id().orElseThrow()), selection);
  }

  static Judgement judge(String mixer, int bits) {
    return BATTERY.judge(subject(mixer), bits);
  }
}
