package org.hamtlab.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.Spliterator;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Faults;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.spi.StrategyProvider;

/** Finds providers with ServiceLoader, on class path and module path alike. */
final class Discovery {
  private final Faults faults;
  private final List<InstalledStrategy> found = new ArrayList<>();

  private Discovery(Faults faults) {
    this.faults = faults;
  }

  /**
   * The strategies that a class loader sees.
   *
   * @param faults receives a fault for every provider that cannot be used
   */
  static List<InstalledStrategy> with(ClassLoader loader, Faults faults) {
    Discovery discovery = new Discovery(faults);
    discovery.load(Axis.HASH, HashMixerProvider.class, loader);
    discovery.load(Axis.LAYOUT, NodeLayoutProvider.class, loader);
    discovery.load(Axis.ALLOCATOR, AllocatorProvider.class, loader);
    discovery.load(Axis.COMPRESSION, PathCompressionProvider.class, loader);
    return discovery.found;
  }

  private <P extends StrategyProvider> void load(Axis axis, Class<P> service, ClassLoader loader) {
    Spliterator<Provider<P>> providers = ServiceLoader.load(service, loader).stream().spliterator();
    ServicesFiles files = new ServicesFiles(service, loader);
    boolean more = true;
    while (more) {
      try {
        more = providers.tryAdvance(provider -> create(axis, provider));
      } catch (ServiceConfigurationError | LinkageError error) {
        more = reports(files.fault(error));
      }
    }
  }

  /** Adds a fault of the search, which goes on unless it stands still and repeats itself. */
  private boolean reports(String fault) {
    int before = faults.sentences().size();
    faults.add(fault);
    return faults.sentences().size() > before;
  }

  private <P extends StrategyProvider> void create(Axis axis, Provider<P> provider) {
    String place = Origin.of(provider.type());
    Optional<String> form = ProviderRules.form(provider.type());
    if (form.isPresent()) {
      faults.add(place + ": " + form.get());
      return;
    }
    try {
      inspect(axis, provider.get());
    } catch (ServiceConfigurationError | LinkageError error) {
      faults.add(
          place
              + ": its constructor fails with "
              + ProviderRules.cause(error)
              + " (expected a constructor that does nothing). Repair or remove the plug-in.");
    }
  }

  private void inspect(Axis axis, StrategyProvider provider) {
    ProviderRules.inspect(axis, provider, faults).ifPresent(found::add);
  }
}
