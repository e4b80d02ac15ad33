package org.hamtlab.layout.taggedint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.SlotMemory;
import org.hamtlab.spi.Telemetry;
import org.hamtlab.testkit.TestAllocator;
import org.junit.jupiter.api.Test;

/** Every request of a branch whose header and child array are blocks of their own, by hand. */
class HeadersApartTest {
  private final List<String> calls = new ArrayList<>();
  private final IntNodeLayout layout = layout(Map.of("headers", "apart"));
  private int refused = -1;

  /** Writes down sizes; refuses the request that a test counts down to. */
  private final class Scribe implements Allocator {
    private final TestAllocator checking;

    Scribe(SlotMemory memory) {
      checking = new TestAllocator(memory, false);
    }

    @Override
    public int allocate(int slots) {
      if (refused-- == 0) {
        throw new AllocationException("scribe: refused, as the test wants");
      }
      calls.add("+" + slots);
      return checking.allocate(slots);
    }

    @Override
    public void free(int address, int slots) {
      calls.add("-" + slots);
      checking.free(address, slots);
    }

    @Override
    public void reset() {
      checking.reset();
    }

    @Override
    public Telemetry telemetry() {
      return checking.telemetry();
    }
  }

  private IntNodeLayout layout(Map<String, Object> chosen) {
    TaggedIntLayoutProvider provider = new TaggedIntLayoutProvider();
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter<?> parameter : provider.parameters()) {
      String text = parameter.defaultText();
      values.put(
          parameter.name(), parameter instanceof IntParameter ? Integer.valueOf(text) : text);
    }
    values.putAll(chosen);
    return (IntNodeLayout) provider.create(new Settings(values), Scribe::new);
  }

  private List<String> calls() {
    List<String> since = List.copyOf(calls);
    calls.clear();
    return since;
  }

  @Test
  void aBranchIsAHeaderAndAnArray() {
    layout.entryBranch(0, 0, 3, "a", 1);
    assertThat(calls()).containsExactly("+2", "+1");
    layout.entryBranch(2, 0, 3, "a", 1);
    assertThat(calls()).containsExactly("+4", "+1");
  }

  @Test
  void widerBitmapsAndPrefixesMakeWiderHeaders() {
    IntNodeLayout wide = layout(Map.of("headers", "apart", "span", 6, "hash-bits", "60"));
    wide.entryBranch(0, 0, 3, "a", 1);
    assertThat(calls()).containsExactly("+3", "+1");
    wide.entryBranch(2, 0, 3, "a", 1);
    assertThat(calls()).containsExactly("+6", "+1");
  }

  @Test
  void anotherChildReplacesTheArrayAlone() {
    int branch = layout.entryBranch(0, 0, 3, "a", 1);
    calls();
    assertThat(layout.withEntry(branch, 1, "b", 2)).isEqualTo(branch);
    assertThat(layout.withEntry(branch, 7, "c", 3)).isEqualTo(branch);
    assertThat(calls()).containsExactly("+2", "-1", "+3", "-2");
    layout.dropEntry(branch, 1);
    assertThat(layout.withoutSlot(branch, 1)).isEqualTo(branch);
    assertThat(calls()).containsExactly("+2", "-3");
    assertThat(layout.key(branch, 0)).isEqualTo("b");
    assertThat(layout.key(branch, 1)).isEqualTo("c");
    layout.discard(branch);
    assertThat(calls()).containsExactly("-2", "-2");
  }

  @Test
  void aDoublingArrayIsFilledBeforeItIsReplaced() {
    IntNodeLayout doubling = layout(Map.of("headers", "apart", "arrays", "doubling"));
    int branch = doubling.entryBranch(0, 0, 0, "a", 1);
    for (int fragment = 1; fragment < 5; fragment++) {
      branch = doubling.withEntry(branch, fragment, "b", fragment);
    }
    assertThat(calls()).containsExactly("+2", "+4", "+8", "-4");
  }

  @Test
  void aVersionCopiesBothAndAnEditKeepsWhatItOwns() {
    int branch = layout.entryBranch(0, 0, 3, "a", 1);
    calls();
    IntNodeLayout view = layout.editing();
    int copy = view.withEntry(branch, 1, "b", 2);
    assertThat(copy).isNotEqualTo(branch);
    assertThat(calls()).containsExactly("+2", "+2");
    assertThat(view.withEntry(copy, 2, "c", 3)).isEqualTo(copy);
    assertThat(calls()).containsExactly("+3", "-2");
    view.discard(branch);
    assertThat(calls()).isEmpty();
    assertThat(view.usedSlots(branch)).isEqualTo(1);
    assertThat(view.key(branch, 0)).isEqualTo("a");
    assertThat(view.withoutSlot(copy, 0)).isNotEqualTo(copy);
    assertThat(calls()).containsExactly("+2", "+2");
    view.discard(copy);
    assertThat(calls()).containsExactly("-3", "-2");
  }

  @Test
  void anAbortedEditGivesBothBack() {
    int branch = layout.entryBranch(0, 0, 3, "a", 1);
    IntNodeLayout view = layout.sharing();
    long held = layout.slotsHeld();
    view.begin();
    int copy = view.withEntry(branch, 1, "b", 2);
    view.withEntry(copy, 2, "c", 3);
    calls();
    view.abort();
    assertThat(calls()).containsExactly("-3", "-2");
    assertThat(layout.slotsHeld()).isEqualTo(held);
  }

  @Test
  void aRefusedArrayGivesItsHeaderBack() {
    int branch = layout.entryBranch(0, 0, 3, "a", 1);
    calls();
    for (IntNodeLayout each : List.of(layout, layout.editing(), layout.sharing())) {
      refused = 1;
      assertThatThrownBy(() -> each.entryBranch(0, 0, 4, "b", 2))
          .isInstanceOf(AllocationException.class);
      assertThat(calls()).containsExactly("+2", "-2");
      refused = 1;
      assertThatThrownBy(() -> each.copied(branch)).isInstanceOf(AllocationException.class);
      assertThat(calls()).containsExactly("+2", "-2");
      each.abort();
      assertThat(calls()).isEmpty();
    }
    refused = 0;
    assertThatThrownBy(() -> layout.withEntry(branch, 4, "b", 2))
        .isInstanceOf(AllocationException.class);
    assertThat(calls()).isEmpty();
    assertThat(layout.usedSlots(branch)).isEqualTo(1);
    assertThat(layout.telemetry().slotsLive()).isEqualTo(3);
  }

  @Test
  void anArrayThatCannotShrinkKeepsItsSizeUntilItIsReplaced() {
    int branch = layout.entryBranch(0, 0, 3, "a", 1);
    branch = layout.withEntry(branch, 5, "b", 2);
    branch = layout.withEntry(branch, 7, "c", 3);
    layout.dropEntry(branch, 0);
    calls();
    refused = 0;
    assertThat(layout.withoutSlot(branch, 0)).isEqualTo(branch);
    assertThat(calls()).isEmpty();
    assertThat(layout.nodeBytes(branch)).isEqualTo(4 * (2 + 3) + 2 * 8);
    assertThat(layout.withEntry(branch, 0, "d", 4)).isEqualTo(branch);
    assertThat(calls()).isEmpty();
    assertThat(layout.withEntry(branch, 1, "e", 5)).isEqualTo(branch);
    assertThat(calls()).containsExactly("+4", "-3");
    layout.discard(branch);
    assertThat(calls()).containsExactly("-4", "-2");
  }

  @Test
  void bytesAndDescriptionTellOfBothBlocks() {
    int branch = layout.entryBranch(0, 0, 3, "a", 1);
    int other = layout.withEntry(branch, 5, "b", 2);
    assertThat(layout.nodeBytes(other)).isEqualTo(4 * (2 + 2) + 2 * 8);
    assertThat(layout.describe(other)).contains("4 words").endsWith("2 words");
  }
}
