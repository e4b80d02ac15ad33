package org.hamtlab.experiments.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hamtlab.experiments.composition.CopyLoader;
import org.hamtlab.experiments.peer.library.HamtPeer;
import org.hamtlab.experiments.peer.library.PeerMap;
import org.hamtlab.experiments.peer.library.PeerOperation;
import org.hamtlab.experiments.peer.library.ScalaPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.infra.Blackhole;

class PeerLapTest {
  private static final int ROUNDS = 3;

  private final Blackhole hole =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  @ParameterizedTest
  @EnumSource(names = {"PUT", "UPDATE", "REMOVE"})
  void chainsOverAddressesSpanTwentyEvacuations(PeerOperation operation) {
    PeerWorkload workload = new PeerWorkload(PeerKeys.RANDOM, 2_000, 1);
    HamtPeer peer = new HamtPeer("layout=tagged-int allocator=freelist{parent=arena}");
    PeerLap<?> lap = new PeerLap<>(peer, workload);

    lap.prepare(operation, ROUNDS);

    long spanned = 0;
    for (int round = 0; round < ROUNDS; round++) {
      spanned += lap.run(operation, hole);
    }
    assertThat(spanned).isGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource
  void runsEveryOperation(PeerOperation operation) {
    PeerLap<?> lap = new PeerLap<>(new ScalaPeer(), new PeerWorkload(PeerKeys.STRING, 150_000, 1));

    lap.prepare(operation, ROUNDS);

    assertThat(lap.run(operation, hole)).isZero();
    assertThat(lap.keysPerRun(operation)).isBetween(100_000, 150_000);
  }

  @Test
  void everySideHasItsOwnLoops() throws Exception {
    List<Class<?>> one = CopyLoader.copiesOf(List.of(PeerLap.class, ScalaPeer.class));
    List<Class<?>> other = CopyLoader.copiesOf(List.of(PeerLap.class, ScalaPeer.class));

    assertThat(one).doesNotContainAnyElementsOf(other).doesNotContain(PeerLap.class);
    assertThat(one.getLast().getConstructor().newInstance()).isInstanceOf(PeerMap.class);
  }
}
