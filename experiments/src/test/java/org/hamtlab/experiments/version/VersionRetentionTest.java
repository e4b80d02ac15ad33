package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No dead version's payload is kept alive by a live one. */
class VersionRetentionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=champ allocator=gc",
        "layout=sealed-class allocator=gc",
        "layout=sealed-class{span=3} allocator=gc"
      })
  void whatTheLiveVersionDoesNotHoldIsCollectedAtOnceUnderGc(String phrase) {
    List<WeakReference<Object>> payload = new ArrayList<>();
    PersistentHamt<Object, Object> live = derived(PersistentHamt.of(phrase), payload);
    assertThat(live.size()).isEqualTo(50);
    Collected.assertAll(payload);
    assertThat(live.get(3)).isEqualTo("kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int allocator=arena",
        "layout=tagged-int{memory=native,headers=apart} allocator=malloc",
        "layout=tagged-int{entries=separate} allocator=freelist",
        "layout=tagged-int{memory=native} allocator=malloc",
        "layout=sealed-class allocator=freelist"
      })
  void whatTheLiveVersionDoesNotHoldIsCollectedAfterTheNextEvacuation(String phrase) {
    List<WeakReference<Object>> payload = new ArrayList<>();
    PersistentHamt<Object, Object> live = derived(PersistentHamt.of(phrase), payload);
    long evacuations = live.family().evacuations();
    int updates = 0;
    while (live.family().evacuations() < evacuations + 2) {
      live = live.put(updates % 50, "kept " + updates);
      updates++;
      assertThat(updates).as("updates without two evacuations").isLessThan(1_000_000);
    }
    Collected.assertAll(payload);
    assertThat(live.size()).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@default",
        "layout=tagged-int allocator=freelist",
        "layout=tagged-int{memory=native} allocator=malloc",
        "layout=sealed-class allocator=pool{slots=4096}"
      })
  void aMapThatIsEmptiedHoldsNoPayload(String phrase) {
    List<WeakReference<Object>> payload = new ArrayList<>();
    try (Hamt<Object, Object> map = Hamt.of(phrase)) {
      for (int number = 0; number < 200; number++) {
        map.put(watched(payload), watched(payload));
      }
      map.keySet().removeIf(key -> true);
      Collected.assertAll(payload);
      assertThat(map.size()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int allocator=freelist",
        "layout=tagged-int{memory=native} allocator=arena",
        "layout=tagged-int{memory=native} allocator=malloc"
      })
  void aClosedFamilyHoldsNoPayloadHoweverManyHandlesRemain(String phrase) {
    List<WeakReference<Object>> payload = new ArrayList<>();
    List<PersistentHamt<Object, Object>> handles = new ArrayList<>();
    PersistentHamt<Object, Object> version = PersistentHamt.of(phrase);
    for (int number = 0; number < 50; number++) {
      version = version.put(watched(payload), watched(payload));
      handles.add(version);
    }
    version.close();
    Collected.assertAll(payload);
    assertThat(handles)
        .allSatisfy(
            handle -> assertThatThrownBy(handle::size).isInstanceOf(IllegalStateException.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int{memory=native} allocator=pool{slots=4096}",
        "layout=sealed-class allocator=freelist",
        "layout=sealed-class allocator=gc"
      })
  void aClosedHandleHoldsNoPayload(String phrase) {
    List<WeakReference<Object>> payload = new ArrayList<>();
    PersistentHamt<Object, Object> version = PersistentHamt.of(phrase);
    for (int number = 0; number < 50; number++) {
      version = version.put(watched(payload), watched(payload));
    }
    version.close();
    Collected.assertAll(payload);
    assertThatThrownBy(version::size).isInstanceOf(IllegalStateException.class);
  }

  /** A version whose ancestors held objects that it does not hold. */
  private static PersistentHamt<Object, Object> derived(
      PersistentHamt<Object, Object> empty, List<WeakReference<Object>> payload) {
    PersistentHamt<Object, Object> version = empty;
    for (int number = 0; number < 50; number++) {
      version = version.put(number, watched(payload));
    }
    PersistentHamt<Object, Object> strangers = version;
    for (int number = 0; number < 50; number++) {
      strangers = strangers.put(watched(payload), watched(payload));
    }
    version = version.union(strangers).removeAll(payload.stream().map(WeakReference::get).toList());
    for (int number = 0; number < 50; number++) {
      version = version.put(number, "kept");
    }
    return version;
  }

  private static Object watched(List<WeakReference<Object>> payload) {
    Object object = new Object();
    payload.add(new WeakReference<>(object));
    return object;
  }
}
