package org.hamtlab.registry;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorFactory;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.spi.StrategyProvider;

/** Providers that describe strategies and create none. */
final class Fakes {
  static final IntParameter SLOTS =
      new IntParameter("slots", "slots", 16, 1 << 28, 65_536, "Capacity.");
  static final ChoiceParameter GROWTH =
      new ChoiceParameter("growth", "", List.of("fixed", "double"), "fixed", "Growth.");
  static final StrategyParameter PARENT =
      new StrategyParameter("parent", Axis.ALLOCATOR, false, "arena", "Fallback.");
  static final StrategyParameter CHECKED =
      new StrategyParameter("parent", Axis.ALLOCATOR, false, "pool{slots=32}", "What is checked.");
  static final StrategyParameter MAYBE =
      new StrategyParameter("parent", Axis.ALLOCATOR, true, "none", "Fallback, or none.");
  static final IntParameter SPAN = new IntParameter("span", "bits", 3, 6, 5, "Bits a level.");
  static final ChoiceParameter HASH_BITS =
      new ChoiceParameter("hash-bits", "bits", List.of("32", "60", "64"), "32", "Bits used.");
  static final ChoiceParameter MEMORY =
      new ChoiceParameter("memory", "", List.of("heap", "native"), "heap", "Where words stand.");
  static final LongParameter SEED =
      new LongParameter("seed", "", Long.MIN_VALUE, Long.MAX_VALUE, 0, "Seed.");

  static final Map<String, String> PRESETS =
      Map.of(
          "default",
          "hash=murmur3-fmix32 layout=tagged-int allocator=freelist compression=lazy-expansion"
              + " assembly=fused",
          "mojo-hamt",
          "hash=mojo-ahash layout=sealed-class{span=6,hash-bits=60}"
              + " allocator=pool{slots=65536,parent=gc} compression=none");

  private Fakes() {}

  /** The strategies that most tests resolve phrases against. */
  static List<StrategyProvider> house() {
    return List.of(
        new Hash("murmur3-fmix32"),
        new Hash("mojo-ahash", SEED),
        new Layout(
            "tagged-int",
            settings ->
                Traits.offering(
                    settings.get(MEMORY).equals("heap") ? Trait.HEAP_WORDS : Trait.NATIVE_WORDS),
            SPAN,
            HASH_BITS,
            MEMORY),
        new Layout("sealed-class", _ -> Traits.offering(Trait.OBJECT_SLOTS), SPAN, HASH_BITS),
        new Allocators("arena", Traits.offering(Trait.ADDRESSED_BLOCKS)),
        new Allocators("freelist", Traits.offering(Trait.ADDRESSED_BLOCKS), MAYBE),
        new Allocators("gc", Traits.NONE.needing(Trait.OBJECT_SLOTS)),
        new Allocators("malloc", Traits.NONE.needing(Trait.NATIVE_WORDS)),
        new Allocators("pool", Traits.offering(Trait.ADDRESSED_BLOCKS), SLOTS, GROWTH, PARENT),
        new Allocators("checked", Traits.NONE.needingOfParent(Trait.ADDRESSED_BLOCKS), CHECKED),
        new Compression("none"),
        new Compression("lazy-expansion"));
  }

  static Registry registry() {
    return Registry.of(house(), PRESETS);
  }

  /** What all fakes share. */
  abstract static class Fake implements StrategyProvider {
    private final String id;
    private final Function<Settings, Traits> traits;
    private final List<Parameter<?>> parameters;

    Fake(String id, Function<Settings, Traits> traits, Parameter<?>... parameters) {
      this.id = id;
      this.traits = traits;
      this.parameters = List.of(parameters);
    }

    @Override
    public StrategyId id() {
      return new StrategyId(id);
    }

    @Override
    public String summary() {
      return "A fake.";
    }

    @Override
    public String source() {
      return "hamtlab";
    }

    @Override
    public List<Parameter<?>> parameters() {
      return parameters;
    }

    @Override
    public Traits traits(Settings settings) {
      return traits.apply(settings);
    }
  }

  /** Describes a mixer. */
  static final class Hash extends Fake implements HashMixerProvider {
    Hash(String id, Parameter<?>... parameters) {
      super(id, _ -> Traits.NONE, parameters);
    }

    @Override
    public HashMixer create(Settings settings) {
      throw new AssertionError("the registry creates no strategy");
    }
  }

  /** Describes a layout. */
  static final class Layout extends Fake implements NodeLayoutProvider {
    Layout(String id, Function<Settings, Traits> traits, Parameter<?>... parameters) {
      super(id, traits, parameters);
    }

    @Override
    public NodeLayout create(Settings settings, AllocatorFactory allocators) {
      throw new AssertionError("the registry creates no strategy");
    }
  }

  /** Describes an allocator. */
  static final class Allocators extends Fake implements AllocatorProvider {
    Allocators(String id, Traits traits, Parameter<?>... parameters) {
      super(id, _ -> traits, parameters);
    }

    @Override
    public Allocator create(Settings settings, AllocatorContext context) {
      throw new AssertionError("the registry creates no strategy");
    }
  }

  /** Describes a compression. */
  static final class Compression extends Fake implements PathCompressionProvider {
    Compression(String id, Parameter<?>... parameters) {
      super(id, _ -> Traits.NONE, parameters);
    }

    @Override
    public PathCompression create(Settings settings) {
      throw new AssertionError("the registry creates no strategy");
    }
  }
}
