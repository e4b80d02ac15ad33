package org.hamtlab.experiments.composition.broken;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorFactory;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.ObjectNodeLayout;
import org.hamtlab.spi.Telemetry;

/** Provides the layout {@code sealed-class} with a fault in its memory or in a slot of a branch. */
public final class BrokenLayoutProvider extends BrokenProvider implements NodeLayoutProvider {
  private static final StrategyId SOUND = new StrategyId("sealed-class");

  /** Creates the provider. */
  public BrokenLayoutProvider() {
    super(
        "test.layout",
        List.of("returns-another-size", "frees-twice", "loses-blocks", "loses-slots"),
        Trait.OBJECT_SLOTS);
  }

  @Override
  public NodeLayout create(Settings settings, AllocatorFactory allocators) {
    Registry registry = Registry.installed();
    String how = how(settings);
    NodeLayout sound =
        ((NodeLayoutProvider) registry.provider(Axis.LAYOUT, SOUND))
            .create(
                registry.defaults(Axis.LAYOUT, SOUND).settings(),
                memory -> new Misused(allocators.create(memory), how));
    return how.equals("loses-slots") ? losingSlots(sound) : sound;
  }

  /** Takes the neighbour out of a branch instead of the slot. */
  private static NodeLayout losingSlots(NodeLayout layout) {
    return (NodeLayout)
        Proxy.newProxyInstance(
            BrokenLayoutProvider.class.getClassLoader(),
            new Class<?>[] {ObjectNodeLayout.class},
            (proxy, method, arguments) -> {
              Object[] passed = arguments;
              if (method.getName().equals("withoutSlot")) {
                passed = new Object[] {arguments[0], 1 - Math.min(1, (Integer) arguments[1])};
              }
              try {
                return method.invoke(layout, passed);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  /** An allocator as a layout uses it that gives blocks back wrongly. */
  private record Misused(Allocator allocator, String how) implements Allocator {
    @Override
    public int allocate(int slots) {
      return allocator.allocate(slots);
    }

    @Override
    public void free(int address, int slots) {
      if (!how.equals("loses-blocks") || slots % 2 == 0) {
        allocator.free(address, how.equals("returns-another-size") ? slots + 1 : slots);
      }
      if (how.equals("frees-twice")) {
        allocator.free(address, slots);
      }
    }

    @Override
    public void reset() {
      allocator.reset();
    }

    @Override
    public Telemetry telemetry() {
      return allocator.telemetry();
    }
  }
}
