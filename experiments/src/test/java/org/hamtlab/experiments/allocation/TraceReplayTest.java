package org.hamtlab.experiments.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.registry.Registry;
import org.hamtlab.testkit.TestMemory;
import org.hamtlab.testkit.trace.AllocationTrace;
import org.hamtlab.testkit.trace.TraceReplay;
import org.hamtlab.testkit.trace.TraceResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every installed allocator keeps its counters through traces of real tries and made ones. */
class TraceReplayTest {
  private static final List<AllocationTrace> TRACES = TraceSubjects.traces();

  static Stream<String> allocators() {
    List<String> phrases = new ArrayList<>(TraceSubjects.allocators());
    Registry.installed()
        .providers(Axis.ALLOCATOR)
        .forEach(provider -> phrases.add(provider.id().value()));
    return phrases.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("allocators")
  void agreesWithTheModel(String phrase) {
    for (AllocationTrace trace : TRACES) {
      TestMemory memory = new TestMemory(1 << 28);
      LoneAllocator lone = LoneAllocator.of(Registry.installed(), phrase, memory);
      TraceResult result = TraceReplay.of(lone.allocator(), memory, trace);
      assertThat(result.telemetry().allocations()).isEqualTo(trace.requests());
      lone.allocator().reset();
      assertThat(lone.allocator().telemetry().slotsLive()).isZero();
      memory.release();
    }
  }

  @Test
  void aTrieGivesBackWhatItAskedFor() {
    AllocationTrace trace =
        RecordedTraces.of(
            "round-trip",
            "layout=tagged-int assembly=shared",
            map -> {
              for (int key = 0; key < 1_000; key++) {
                map.put(key, key);
              }
              for (int key = 0; key < 1_000; key++) {
                map.remove(key);
              }
            });
    TestMemory memory = new TestMemory(1 << 28);
    TraceResult result =
        TraceReplay.of(
            LoneAllocator.of(Registry.installed(), "freelist", memory).allocator(), memory, trace);

    assertThat(trace.requests()).isGreaterThan(1_000);
    assertThat(result.telemetry().slotsLive()).isZero();
    assertThat(result.reuses()).isGreaterThan(trace.requests() / 2);
  }
}
