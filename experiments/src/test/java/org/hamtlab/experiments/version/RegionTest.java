package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code reclaim} says of dead nodes. */
class RegionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int allocator=arena",
        "layout=tagged-int{memory=native,headers=apart} allocator=malloc",
        "layout=tagged-int{entries=separate} allocator=freelist",
        "layout=tagged-int{memory=native} allocator=malloc",
        "layout=sealed-class allocator=freelist"
      })
  void aRegionIsNeverEvacuated(String phrase) {
    PersistentHamt<Object, Object> version = updated(phrase + " reclaim=region");
    assertThat(version.family().evacuations()).isZero();
    assertThat(version.family().slotsCopied()).isZero();
    assertThat(version.family().slotsGranted())
        .isGreaterThan(4 * updated(phrase).family().slotsGranted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"layout=tagged-int allocator=arena", "layout=sealed-class allocator=freelist"})
  void moreGarbageMeansFewerEvacuations(String phrase) {
    List<Long> evacuations = new ArrayList<>();
    for (int garbage : new int[] {2, 4, 16}) {
      evacuations.add(
          updated(phrase + " reclaim=evacuate{garbage=" + garbage + "}").family().evacuations());
    }
    assertThat(evacuations.get(0)).isGreaterThan(evacuations.get(1));
    assertThat(evacuations.get(1)).isGreaterThan(evacuations.get(2));
    assertThat(evacuations.get(2)).isPositive();
  }

  private static PersistentHamt<Object, Object> updated(String phrase) {
    PersistentHamt<Object, Object> version = PersistentHamt.of(phrase);
    for (int update = 0; update < 20_000; update++) {
      version = version.put(update % 500, update);
    }
    assertThat(version.size()).isEqualTo(500);
    return version;
  }
}
