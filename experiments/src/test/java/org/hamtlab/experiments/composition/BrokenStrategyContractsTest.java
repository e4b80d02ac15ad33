package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.config.Settings;
import org.hamtlab.experiments.composition.broken.BrokenAllocatorProvider;
import org.hamtlab.experiments.composition.broken.BrokenCompressionProvider;
import org.hamtlab.experiments.composition.broken.BrokenLayoutProvider;
import org.hamtlab.experiments.composition.broken.BrokenMixerProvider;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.testkit.AllocatorContract;
import org.hamtlab.testkit.HashMixerContract;
import org.hamtlab.testkit.NodeLayoutContract;
import org.hamtlab.testkit.PathCompressionContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Conformance tests as a third party writes them, run over strategies that do not conform. */
class BrokenStrategyContractsTest {

  @ParameterizedTest
  @CsvSource({
    "Overlapping, test.allocator, grantsDisjointBlocksAndCountsThem",
    "GrantingLiveBlocks, test.allocator, grantsDisjointBlocksAndCountsThem",
    "GrantingBelowZero, test.allocator, startsAnewAfterAReset",
    "LosingCounts, test.allocator, survivesGrowingOneByOneAndASawtooth",
    "ReturningAnotherSize, test.layout, changesOneSlotAtATime",
    "FreeingTwice, test.layout, movesEntriesDownAndUp",
    "LosingBlocks, test.layout, collectsCollisions",
    "LosingSlots, test.layout, changesOneSlotAtATime",
    "Changing, test.mixer, answersAlikeInEveryInstanceAndAlways",
    "Differing, test.mixer, givesTheKnownAnswers",
    "TooDeep, test.compression, putsEntriesBetweenTheirLevelAndTheLast",
    "TooFar, test.compression, skipsNoMoreThanTheRun",
  })
  void theContractNamesTheStrategyAndWhatItBreaks(String contract, String id, String test)
      throws ClassNotFoundException {
    Map<String, String> failures = failures(Class.forName(getClass().getName() + "$" + contract));

    assertThat(failures).containsKey(test);
    assertThat(failures.get(test))
        .startsWith(id + " of org.hamtlab.experiments.composition.broken.Broken")
        .contains(" breaks its contract, " + test + ": ");
  }

  /** The messages of the tests of a class that fail. */
  private static Map<String, String> failures(Class<?> contract) {
    Map<String, String> failures = new TreeMap<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result
                    .getThrowable()
                    .ifPresent(failure ->
                        failures.put(
                            test.getDisplayName().replace("()", ""), failure.getMessage()));
              }
            });
    return failures;
  }

  private static Settings broken(Settings settings, String how) {
    Map<String, Object> values = new LinkedHashMap<>(settings.values());
    values.put("how", how);
    return new Settings(values);
  }

  /** An allocator with a fault. */
  abstract static class Allocators extends AllocatorContract {
    private final String how;

    Allocators(String how) {
      this.how = how;
    }

    @Override
    protected AllocatorProvider provider() {
      return new BrokenAllocatorProvider();
    }

    @Override
    protected Settings settings() {
      return broken(super.settings(), how);
    }
  }

  static final class Overlapping extends Allocators {
    Overlapping() {
      super("overlaps");
    }
  }

  static final class GrantingLiveBlocks extends Allocators {
    GrantingLiveBlocks() {
      super("grants-live-blocks");
    }
  }

  static final class GrantingBelowZero extends Allocators {
    GrantingBelowZero() {
      super("grants-below-zero");
    }
  }

  static final class LosingCounts extends Allocators {
    LosingCounts() {
      super("loses-slots");
    }
  }

  /** A layout with a fault. */
  abstract static class Layouts extends NodeLayoutContract {
    private final String how;

    Layouts(String how) {
      this.how = how;
    }

    @Override
    protected NodeLayoutProvider provider() {
      return new BrokenLayoutProvider();
    }

    @Override
    protected boolean ownArrays() {
      return false;
    }

    @Override
    protected Map<String, Object> chosen() {
      return Map.of("how", how);
    }
  }

  static final class ReturningAnotherSize extends Layouts {
    ReturningAnotherSize() {
      super("returns-another-size");
    }
  }

  static final class FreeingTwice extends Layouts {
    FreeingTwice() {
      super("frees-twice");
    }
  }

  static final class LosingBlocks extends Layouts {
    LosingBlocks() {
      super("loses-blocks");
    }
  }

  static final class LosingSlots extends Layouts {
    LosingSlots() {
      super("loses-slots");
    }
  }

  /** A mixer with a fault; what it should answer is what an identity does. */
  abstract static class Mixers extends HashMixerContract {
    private final String how;

    Mixers(String how) {
      this.how = how;
    }

    @Override
    protected HashMixerProvider provider() {
      return new BrokenMixerProvider();
    }

    @Override
    protected Settings settings() {
      return broken(super.settings(), how);
    }

    @Override
    protected Map<Long, Long> knownAnswers() {
      return Map.of(1L, 1L, 2L, 2L);
    }
  }

  static final class Changing extends Mixers {
    Changing() {
      super("changes-with-time");
    }
  }

  static final class Differing extends Mixers {
    Differing() {
      super("differs-by-instance");
    }
  }

  /** A compression with a fault. */
  abstract static class Compressions extends PathCompressionContract {
    private final String how;

    Compressions(String how) {
      this.how = how;
    }

    @Override
    protected PathCompressionProvider provider() {
      return new BrokenCompressionProvider();
    }

    @Override
    protected Settings settings() {
      return broken(super.settings(), how);
    }
  }

  static final class TooDeep extends Compressions {
    TooDeep() {
      super("expands-too-deep");
    }
  }

  static final class TooFar extends Compressions {
    TooFar() {
      super("skips-too-far");
    }
  }
}
