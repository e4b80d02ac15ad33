package org.hamtlab.experiments.count;

import org.hamtlab.config.Axis;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.allocation.LoneAllocator;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;

/**
 * How layouts cut hashes. A layout says so itself, once it is created, whatever its parameters are
 * called.
 */
final class LayoutDigits {
  private LayoutDigits() {}

  /** Asks an empty layout, which is dropped again. */
  static HashDigits of(Registry registry, Treatment treatment) {
    NodeLayoutProvider provider =
        (NodeLayoutProvider) registry.provider(Axis.LAYOUT, treatment.layout().id().orElseThrow());
    NodeLayout layout =
        provider.create(
            treatment.layout().settings(),
            memory -> LoneAllocator.of(registry, treatment.allocator(), memory).allocator());
    try {
      return layout.digits();
    } finally {
      layout.close();
      Runnable release = layout.release();
      if (release != null) {
        release.run();
      }
    }
  }
}
