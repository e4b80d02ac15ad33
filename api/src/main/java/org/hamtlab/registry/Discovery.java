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
    discovery.load(Axis.HASH, ServiceLoader.load(HashMixerProvider.class, loader));
    discovery.load(Axis.LAYOUT, ServiceLoader.load(NodeLayoutProvider.class, loader));
    discovery.load(Axis.ALLOCATOR, ServiceLoader.load(AllocatorProvider.class, loader));
    discovery.load(Axis.COMPRESSION, ServiceLoader.load(PathCompressionProvider.class, loader));
    return discovery.found;
  }

  private <P extends StrategyProvider> void load(Axis axis, ServiceLoader<P> loader) {
    Spliterator<Provider<P>> providers = loader.stream().spliterator();
    boolean more = true;
    while (more) {
      try {
        more = providers.tryAdvance(provider -> create(axis, provider));
      } catch (ServiceConfigurationError | LinkageError error) {
        more = report("service " + error.getMessage(), error);
      }
    }
  }

  /** Reports an error of the search itself; the search goes on unless it stands still. */
  private boolean report(String subject, Throwable error) {
    int before = faults.sentences().size();
    faults.add(
        subject
            + " (expected a public class with a public constructor without parameters, as the"
            + " services file names it). Repair or remove the plug-in."
            + reason(error.getCause()));
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
      Throwable cause = error.getCause() == null ? error : error.getCause();
      faults.add(
          place
              + ": its constructor fails with "
              + cause
              + " (expected a constructor that does nothing). Repair or remove the plug-in.");
    }
  }

  private void inspect(Axis axis, StrategyProvider provider) {
    ProviderRules.inspect(axis, provider, faults).ifPresent(found::add);
  }

  private static String reason(Throwable cause) {
    return cause == null ? "" : " Cause: " + cause + ".";
  }
}
