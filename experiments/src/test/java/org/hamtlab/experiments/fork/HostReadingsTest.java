package org.hamtlab.experiments.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostReadingsTest {

  @Test
  void stealIsItsShareOfAllTicks() {
    ProcStat.Times before = ProcStat.parse("cpu  100 0 50 800 10 0 0 40 7 0");
    ProcStat.Times after = ProcStat.parse("cpu  160 0 50 820 10 0 0 60 9 0");
    assertThat(before.all()).isEqualTo(1000);
    assertThat(ProcStat.stealShare(before, after)).hasValue(0.2);
  }

  @Test
  void whatTheSystemDoesNotTellIsAbsent() {
    ProcStat.Times unknown = ProcStat.parse("cpu  100 0 50");
    ProcStat.Times known = ProcStat.parse("cpu  100 0 50 800 10 0 0 40");
    assertThat(ProcStat.stealShare(unknown, known)).isEmpty();
    assertThat(ProcStat.stealShare(known, known)).isEmpty();
    assertThat(ProcStat.pressureShare(-1, -1, 2)).isEmpty();
    assertThat(ProcStat.pressureShare(1_000_000, 1_500_000, 2)).hasValue(0.25);
  }

  @Test
  void theCanaryReadsLatenciesOfMemoryNotOfACore() {
    Canary.Reading reading = new Canary().read();
    assertThat(reading.nearNs()).isBetween(0.5, 5_000.0);
    assertThat(reading.farNs()).isBetween(0.5, 5_000.0);
  }

  @Test
  void asManyChildrenRunAsMemoryAndProcessorsAllow() {
    long gib = 1L << 30;
    List<String> flags = List.of("-Xms1g", "-Xmx1g");
    assertThat(ChildMemory.of(flags, 24 * gib, 4))
        .isEqualTo(new ChildMemory(4, 18 * gib, 18 * gib / 4));
    assertThat(ChildMemory.of(flags, 8 * gib, 64)).isEqualTo(new ChildMemory(3, 6 * gib, 2 * gib));
    assertThat(ChildMemory.of(flags, gib, 4)).isEqualTo(new ChildMemory(1, 2 * gib, 2 * gib));
    assertThat(ChildMemory.of(List.of("-Xmx512M"), 4 * gib, 2).childrenAtATime()).isEqualTo(2);
  }
}
