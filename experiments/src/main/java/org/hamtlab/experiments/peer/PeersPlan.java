package org.hamtlab.experiments.peer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hamtlab.experiments.peer.library.PeerOperation;

/**
 * All that one call of the command measures.
 *
 * @param subjects names of what is compared
 * @param peers names of what it is compared with
 * @param operations what is timed
 * @param sizes numbers of entries
 * @param keys kinds of keys
 * @param hasFootprint whether memory is weighed
 * @param forks JVMs for each kind and size
 * @param isQuick whether rounds are few and short
 * @param seed fixes keys and orders
 */
record PeersPlan(
    List<String> subjects,
    List<String> peers,
    List<PeerOperation> operations,
    List<Integer> sizes,
    List<PeerKeys> keys,
    boolean hasFootprint,
    int forks,
    boolean isQuick,
    long seed) {
  private static final int LARGE = 500_000;
  private static final long MEGA = 1 << 20;

  /** One kind of keys at one size. */
  record Group(PeerKeys keys, int size) {
    @Override
    public String toString() {
      return keys.id() + " keys, " + String.format(Locale.ROOT, "%,d", size) + " entries";
    }
  }

  List<Group> groups() {
    return sizes.stream()
        .flatMap(size -> keys.stream().map(kind -> new Group(kind, size)))
        .toList();
  }

  /** Subjects, then peers. */
  List<String> sides() {
    return Stream.concat(subjects.stream(), peers.stream()).distinct().toList();
  }

  /** What one fork does. A pass over many keys is a warm-up in itself, so rounds are fewer. */
  PeersTask task(Group group, int fork) {
    boolean isLarge = group.size() >= LARGE;
    int burnIns = isLarge ? 1 : isQuick ? 2 : 6;
    int warmups = isLarge ? 1 : 3;
    int rounds = isQuick ? 3 : isLarge ? 5 : 8;
    int millis = isQuick ? 15 : 30;
    return new PeersTask(
        sides(),
        operations,
        group.keys(),
        group.size(),
        fork,
        seed,
        burnIns,
        warmups,
        rounds,
        millis,
        Set.of());
  }

  /**
   * Heap of a fork: what all sides' maps and the keys take, some four kilobytes an entry at worst,
   * and room for garbage. Where rounds are short, small collections are spread evenly over them.
   */
  List<String> flags(Group group) {
    long megabytes = 1_024 + group.size() * (100L + 300L * sides().size()) / MEGA * 2;
    return List.of(
        "-XX:+UseSerialGC",
        "-Xms" + megabytes + "m",
        "-Xmx" + megabytes + "m",
        "-Xmn" + (group.size() < LARGE ? "128m" : megabytes / 3 + "m"),
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-Djmh.ignoreLock=true",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  /** After this time a fork is stopped. */
  int limitSeconds(Group group) {
    PeersTask task = task(group, 0);
    double round = sides().size() * (task.millis() / 1e3 + group.size() * 2e-6);
    return 120
        + (int) (4 * operations.size() * (task.burnIns() + task.warmups() + task.rounds()) * round);
  }
}
