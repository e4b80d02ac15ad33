package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of allocators passes a sound one and notices each fault by the right test. */
public class AllocatorContractTest {

  /** What is wrong, and the test that must notice; the first has no fault. */
  enum Fault {
    NONE(""),
    BLOCKS_OVERLAP("grantsDisjointBlocksAndCountsThem"),
    GRANTS_ONE_BLOCK_TWICE("survivesGrowingOneByOneAndASawtooth"),
    DOES_NOT_COUNT_FREES("grantsDisjointBlocksAndCountsThem"),
    COUNTS_TOO_MUCH("grantsDisjointBlocksAndCountsThem"),
    RESET_FORGETS_THE_COUNTERS("startsAnewAfterAReset"),
    COUNTS_BEFORE_IT_HAS("staysAsItWasWhenMemoryIsLacking"),
    SHARES_ITS_COUNTERS("isNotInfluencedByAnother");

    private final String noticedBy;

    Fault(String noticedBy) {
      this.noticedBy = noticedBy;
    }
  }

  private static Set<String> failures(Fault fault) {
    AllocatorContract contract =
        new AllocatorContract() {
          @Override
          protected AllocatorProvider provider() {
            return new Provider(fault);
          }
        };
    Set<String> failures = Failures.of(AllocatorContract.class, contract);
    // This provider carries its fault in a constructor, which a real one must not.
    failures.remove("isPublicWithAPublicConstructor");
    return failures;
  }

  @ParameterizedTest
  @EnumSource
  void noticesAFault(Fault fault) {
    if (fault == Fault.NONE) {
      assertThat(failures(fault)).isEmpty();
    } else {
      assertThat(failures(fault)).contains(fault.noticedBy);
    }
  }

  private record Provider(Fault fault) implements AllocatorProvider {
    @Override
    public StrategyId id() {
      return new StrategyId("test.bump");
    }

    @Override
    public String summary() {
      return "Serves from the memory.";
    }

    @Override
    public String source() {
      return "hamtlab";
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
    public Allocator create(Settings settings, AllocatorContext context) {
      return fault == Fault.SHARES_ITS_COUNTERS
          ? new SharingBump(context.memory())
          : new Bump(context.memory(), fault, new AllocationCounters());
    }
  }

  private static final class Bump implements Allocator {
    private final SlotMemory memory;
    private final Fault fault;
    private final AllocationCounters counters;
    private int last = -1;
    private long reserved;

    Bump(SlotMemory memory, Fault fault, AllocationCounters counters) {
      this.memory = memory;
      this.fault = fault;
      this.counters = counters;
    }

    @Override
    public int allocate(int slots) {
      if (fault == Fault.COUNTS_BEFORE_IT_HAS) {
        counters.granted(slots, slots);
        return memory.reserve(slots);
      }
      if (fault == Fault.GRANTS_ONE_BLOCK_TWICE && last >= 0) {
        counters.granted(slots, slots);
        return last;
      }
      last = memory.reserve(fault == Fault.BLOCKS_OVERLAP ? Math.max(1, slots - 1) : slots);
      reserved += slots;
      counters.granted(fault == Fault.COUNTS_TOO_MUCH ? slots + 1 : slots, slots);
      return last;
    }

    @Override
    public void free(int address, int slots) {
      if (fault != Fault.DOES_NOT_COUNT_FREES) {
        counters.freed(slots);
      }
    }

    @Override
    public void reset() {
      if (fault != Fault.RESET_FORGETS_THE_COUNTERS) {
        counters.reset();
      }
    }

    @Override
    public Telemetry telemetry() {
      return counters.snapshot(reserved, 0, 0);
    }
  }

  private static final class SharingBump implements Allocator {
    private static AllocationCounters counters = new AllocationCounters();
    private final SlotMemory memory;

    SharingBump(SlotMemory memory) {
      this.memory = memory;
    }

    @Override
    public int allocate(int slots) throws AllocationException {
      int address = memory.reserve(slots);
      counters.granted(slots, slots);
      return address;
    }

    @Override
    public void free(int address, int slots) {
      counters.freed(slots);
    }

    @Override
    public void reset() {
      counters = new AllocationCounters();
    }

    @Override
    public Telemetry telemetry() {
      return counters.snapshot(0, 0, 0);
    }
  }
}
