package org.hamtlab.experiments.check;

import java.util.Map;
import java.util.Optional;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.testkit.AllocatorContract;
import org.hamtlab.testkit.HashMixerContract;
import org.hamtlab.testkit.MapContract;
import org.hamtlab.testkit.NodeLayoutContract;
import org.hamtlab.testkit.PathCompressionContract;
import org.hamtlab.testkit.VersionContract;
import org.opentest4j.TestAbortedException;

/**
 * The conformance tests that a third party would write, over the subject that is bound while the
 * launcher runs. An instance keeps its subject, for its tests may run in threads of their own.
 */
final class Conformance {
  /** The subject of the run. */
  static final ScopedValue<Subject> SUBJECT = ScopedValue.newInstance();

  private Conformance() {}

  /** A mixer; what it should answer stands in the author's own test. */
  static final class Mixer extends HashMixerContract {
    private final Subject subject = SUBJECT.get();

    @Override
    protected HashMixerProvider provider() {
      return (HashMixerProvider) subject.provider();
    }

    @Override
    protected Settings settings() {
      return subject.selection().settings();
    }

    @Override
    protected Map<Long, Long> knownAnswers() {
      throw new TestAbortedException("known answers: only the author's own test can pin them");
    }
  }

  /** A layout, over blocks of the kind that the allocator of its treatment grants. */
  static final class Layout extends NodeLayoutContract {
    private final Subject subject = SUBJECT.get();

    @Override
    protected NodeLayoutProvider provider() {
      return (NodeLayoutProvider) subject.provider();
    }

    @Override
    protected boolean ownArrays() {
      return subject.registry().offers(subject.treatment(), Axis.ALLOCATOR, Trait.COLLECTED_ARRAYS);
    }

    @Override
    protected Map<String, Object> chosen() {
      return subject.selection().settings().values();
    }
  }

  /** An allocator, over the parent that its settings name. */
  static final class AllocatorOfAxis extends AllocatorContract {
    private final Subject subject = SUBJECT.get();

    @Override
    protected AllocatorProvider provider() {
      return (AllocatorProvider) subject.provider();
    }

    @Override
    protected Settings settings() {
      return subject.selection().settings();
    }

    @Override
    protected Optional<Allocator> parent(SlotMemory memory) {
      return provider().parameters().stream()
          .filter(StrategyParameter.class::isInstance)
          .map(StrategyParameter.class::cast)
          .findFirst()
          .flatMap(
              parameter -> new Context(subject.registry(), settings(), memory).nested(parameter));
    }
  }

  /** Creates parents from settings, as a composition does. */
  private record Context(Registry registry, Settings settings, SlotMemory memory)
      implements AllocatorContext {

    @Override
    public Optional<Allocator> nested(StrategyParameter parameter) {
      Selection below = settings.get(parameter);
      return below
          .id()
          .map(id ->
              ((AllocatorProvider) registry.provider(parameter.axis(), id))
                  .create(below.settings(), new Context(registry, below.settings(), memory)));
    }

    @Override
    public void warn(String message) {
      // What parents say of themselves is no matter of the contract.
    }
  }

  /** A compression. */
  static final class Compression extends PathCompressionContract {
    private final Subject subject = SUBJECT.get();

    @Override
    protected PathCompressionProvider provider() {
      return (PathCompressionProvider) subject.provider();
    }

    @Override
    protected Settings settings() {
      return subject.selection().settings();
    }
  }

  /** Maps of a treatment that has the strategy in it. */
  static final class MapOfTreatment extends MapContract {
    private final Subject subject = SUBJECT.get();

    @Override
    protected Hamt<Object, Object> newMap() {
      return Composition.of(subject.registry(), subject.treatment()).newMap();
    }
  }

  /** Versions of a treatment that has the strategy in it. */
  static final class VersionOfTreatment extends VersionContract {
    private final Subject subject = SUBJECT.get();

    @Override
    protected PersistentHamt<Object, Object> newVersion() {
      return Composition.of(subject.registry(), subject.treatment()).newPersistentMap();
    }
  }
}
