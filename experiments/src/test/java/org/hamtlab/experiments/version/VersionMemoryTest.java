package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hamtlab.map.FamilyTelemetry;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What long histories of versions hold. {@code -Dhamt.updates=10000000} makes the longest as long
 * as one likes.
 */
class VersionMemoryTest {
  private static final int UPDATES = Integer.getInteger("hamt.updates", 100_000);
  private static final int ENTRIES = 10_000;

  /** Slots that a small store may have over its bound: its first chunk. */
  private static final int CHUNK = 8_192;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int allocator=arena",
        "layout=tagged-int allocator=freelist",
        "layout=tagged-int{span=6} allocator=pool{slots=65536}",
        "layout=tagged-int{memory=native,headers=apart} allocator=malloc",
        "layout=tagged-int{entries=separate} allocator=freelist",
        "layout=tagged-int{memory=native} allocator=malloc",
        "layout=sealed-class allocator=arena",
        "layout=sealed-class allocator=gc",
        "@default"
      })
  void theNewestOfManyVersionsHoldsFourTimesTheLiveSlotsAtMost(String phrase) {
    PersistentHamt<Object, Object> version = filled(phrase, ENTRIES);
    SplittableRandom random = new SplittableRandom(1);
    for (int update = 0; update < UPDATES; update++) {
      version = version.put((long) random.nextInt(ENTRIES), update);
      if (update % 64 == 0) {
        FamilyTelemetry family = version.family();
        assertThat(family.slotsGranted())
            .as("slots granted after %d updates", update)
            .isLessThanOrEqualTo(4 * family.slotsLive() + CHUNK);
      }
    }
    assertThat(version.size()).isEqualTo(ENTRIES);
    assertThat(version.family().evacuationsDeferred()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int allocator=arena",
        "layout=tagged-int{memory=native} allocator=malloc",
        "layout=sealed-class allocator=freelist",
        "layout=sealed-class allocator=gc",
        "@default"
      })
  void everyThousandthVersionIsReadableAndTheRestIsGone(String phrase) {
    int keys = 1_000;
    List<PersistentHamt<Object, Object>> kept = new ArrayList<>();
    List<WeakReference<PersistentHamt<Object, Object>>> dropped = new ArrayList<>();
    PersistentHamt<Object, Object> version = filled(phrase, keys);
    for (int update = 0; update < 100_000; update++) {
      version = version.put((long) update * 7 % keys, update);
      if (update % 1_000 == 999) {
        kept.add(version);
      } else {
        dropped.add(new WeakReference<>(version));
      }
    }
    Collected.assertAll(dropped);
    for (int number = 0; number < kept.size(); number++) {
      PersistentHamt<Object, Object> each = kept.get(number);
      assertThat(each.size()).isEqualTo(keys);
      int round = number;
      each.forEach((key, value) -> {
        // Each thousand of updates passes every key once, and the versions kept end thousands.
        assertThat((Integer) value / 1_000).isEqualTo(round);
        assertThat((Integer) value * 7L % keys).isEqualTo(key);
      });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int allocator=arena",
        "layout=tagged-int{memory=native} allocator=malloc",
        "layout=sealed-class allocator=freelist",
        "@default"
      })
  void updatesThatAreThrownAwayCopyFewSlots(String phrase) {
    PersistentHamt<Object, Object> base = filled(phrase, ENTRIES);
    long before = base.family().slotsCopied();
    PersistentHamt<Object, Object> last = base;
    for (int update = 0; update < 100_000; update++) {
      last = base.put((long) update % (2 * ENTRIES), -update - 1);
    }
    long copied = Math.max(base.family().slotsCopied(), last.family().slotsCopied()) - before;
    long path = (base.shape().maxDepth() + 1L) * 64;
    assertThat(copied / 100_000).as("slots copied per update").isLessThanOrEqualTo(2 * path);
    assertThat(base.size()).isEqualTo(ENTRIES);
    for (long key = 0; key < ENTRIES; key++) {
      assertThat(base.get(key)).isEqualTo((int) key);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int allocator=arena",
        "layout=tagged-int{memory=native} allocator=malloc",
        "layout=sealed-class allocator=arena",
        "@default"
      })
  void churnLeavesNoMoreStructureThanItsEntriesNeed(String phrase) {
    PersistentHamt<Object, Object> fresh = filled(phrase, ENTRIES / 2);
    PersistentHamt<Object, Object> churned = filled(phrase, ENTRIES);
    for (long key = ENTRIES / 2; key < ENTRIES; key++) {
      churned = churned.remove(key);
    }
    assertThat(churned.equals(fresh)).isTrue();
    assertThat(churned.structureBytes()).isPositive();
    FamilyTelemetry family = churned.family();
    assertThat(family.slotsGranted()).isLessThanOrEqualTo(4 * family.slotsLive() + CHUNK);
    assertThat(churned.shape()).isEqualTo(fresh.shape());
  }

  private static PersistentHamt<Object, Object> filled(String phrase, int entries) {
    Hamt<Object, Object> map = PersistentHamt.of(phrase).asTransient();
    for (int key = 0; key < entries; key++) {
      map.put((long) key, key);
    }
    return map.persistent();
  }
}
