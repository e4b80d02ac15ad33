package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.memory.NativeBudget;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Native memory goes when maps are closed or dropped, and is held within its budget. */
class NativeMemoryTest {
  private static final String MALLOC = "layout=tagged-int{memory=native} allocator=malloc";
  private static final String ARENA = "layout=tagged-int{memory=native} allocator=arena";
  private static final String POOL =
      "layout=tagged-int{memory=native} allocator=pool{parent=malloc}";
  private static final int ENTRIES = 20_000;
  private static final int UPDATES = 50_000;
  private static final int ROUNDS = Integer.getInteger("hamt.rounds", 200);

  /** Less than one map of {@link #ENTRIES} takes. */
  private static final long SLACK = 50_000;

  private final NativeBudget budget = NativeBudget.ofProcess();

  @ParameterizedTest
  @ValueSource(strings = {MALLOC, ARENA, POOL})
  void aClosedMapGivesItsMemoryBackAtOnce(String phrase) {
    long before = Collected.nativeBytes();
    Hamt<Object, Object> map = Hamt.of(phrase);
    fill(map);
    assertThat(budget.reserved() - before).isGreaterThan(SLACK);
    map.close();
    assertThat(budget.reserved() - before).isLessThan(SLACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {MALLOC, ARENA, POOL})
  void aClosedFamilyGivesItsMemoryBackThoughHandlesRemain(String phrase) {
    long before = Collected.nativeBytes();
    List<PersistentHamt<Object, Object>> versions = new ArrayList<>();
    Hamt<Object, Object> edited = PersistentHamt.of(phrase).asTransient();
    fill(edited);
    PersistentHamt<Object, Object> version = edited.persistent();
    for (int number = 0; number < 100; number++) {
      version = version.put(number, -number);
      versions.add(version);
    }
    Hamt<Object, Object> pending = version.asTransient();
    Iterator<Map.Entry<Object, Object>> iterator = version.iterator();
    assertThat(Collected.nativeBytes() - before).isGreaterThan(SLACK);
    versions.get(17).close();
    assertThat(Collected.nativeBytes(before + SLACK) - before).isLessThan(SLACK);
    assertThat(versions)
        .allSatisfy(each ->
            assertThatThrownBy(() -> each.get(1)).isInstanceOf(IllegalStateException.class));
    assertThatThrownBy(() -> pending.put(1, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(iterator::next).isInstanceOf(IllegalStateException.class);
    pending.close();
  }

  /** Its memory goes at once, under the walk that the function interrupts. */
  @ParameterizedTest
  @ValueSource(strings = {MALLOC, ARENA, POOL})
  void aFunctionThatClosesItsOwnFamilyEndsTheWalkWithAnError(String phrase) {
    Hamt<Object, Object> edited = PersistentHamt.of(phrase).asTransient();
    fill(edited);
    PersistentHamt<Object, Object> version = edited.persistent();
    assertThatThrownBy(() -> version.forEach((key, value) -> version.close()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> version.get(1)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {MALLOC, ARENA, POOL})
  void aDroppedFamilyGivesItsMemoryBack(String phrase) {
    long before = Collected.nativeBytes();
    assertThat(droppedSize(phrase)).isEqualTo(ENTRIES + 1);
    assertThat(Collected.nativeBytes(before + SLACK) - before).isLessThan(SLACK);
  }

  private static int droppedSize(String phrase) {
    PersistentHamt<Object, Object> version = PersistentHamt.of(phrase);
    Hamt<Object, Object> edited = version.asTransient();
    fill(edited);
    return edited.persistent().put("more", 1).size();
  }

  @ParameterizedTest
  @ValueSource(strings = {MALLOC, ARENA, POOL})
  void theNewestOfManyVersionsHoldsFourTimesTheMemoryOfOneAtMost(String phrase) {
    long before = Collected.nativeBytes();
    Hamt<Object, Object> edited = PersistentHamt.of(phrase).asTransient();
    fill(edited);
    PersistentHamt<Object, Object> version = edited.persistent();
    long one = Collected.nativeBytes() - before;
    for (int update = 0; update < UPDATES; update++) {
      version = version.put(update * 31 % ENTRIES, update);
    }
    assertThat(Collected.nativeBytes(before + 4 * one) - before).isLessThanOrEqualTo(4 * one);
    assertThat(version.size()).isEqualTo(ENTRIES);
  }

  /** Reads, iterations and updates race with closing; all of them answer rightly or refuse. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        MALLOC,
        ARENA,
        POOL,
        "layout=tagged-int",
        "layout=sealed-class allocator=freelist"
      })
  void closingRacesWithUseAndNeverCrashes(String phrase) throws InterruptedException {
    Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();
    for (int round = 0; round < ROUNDS; round++) {
      PersistentHamt<Object, Object> version = PersistentHamt.of(phrase);
      for (int key = 0; key < 200; key++) {
        version = version.put(key, key);
      }
      PersistentHamt<Object, Object> shared = version;
      List<Thread> users =
          List.of(
              new Thread(() -> refused(wrong, () -> reads(shared))),
              new Thread(() -> refused(wrong, () -> iterates(shared))),
              new Thread(() -> refused(wrong, () -> derives(shared))));
      users.forEach(Thread::start);
      shared.get(round);
      shared.close();
      for (Thread user : users) {
        user.join();
      }
    }
    assertThat(wrong).as("answers that were wrong").isEmpty();
  }

  /** Uses a map until it is refused; notes everything but a refusal. */
  private static void refused(Queue<Throwable> wrong, Runnable use) {
    try {
      for (; ; ) {
        use.run();
      }
    } catch (IllegalStateException closed) {
      // As it should.
    } catch (RuntimeException | Error other) {
      wrong.add(other);
    }
  }

  private static void reads(PersistentHamt<Object, Object> version) {
    for (int key = 0; key < 200; key++) {
      check(version.get(key), key);
    }
  }

  private static void iterates(PersistentHamt<Object, Object> version) {
    version.stream().forEach(entry -> check(entry.getValue(), entry.getKey()));
  }

  private static void derives(PersistentHamt<Object, Object> version) {
    PersistentHamt<Object, Object> derived = version.put("more", 1).remove(7);
    check(derived.get("more"), 1);
    check(derived.size(), 200);
    check(version.get(7), 7);
  }

  private static void check(Object actual, Object expected) {
    if (!expected.equals(actual)) {
      throw new AssertionError(actual + " (expected " + expected + ")");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {MALLOC, ARENA, POOL})
  void droppedMapsStayWithinASmallBudget(String phrase, @TempDir Path scratch)
      throws IOException, InterruptedException {
    assertThat(run(scratch, "drop", phrase)).contains("dropped 2000");
  }

  @ParameterizedTest
  @ValueSource(strings = {MALLOC, ARENA})
  void whatIsHeldBeyondTheBudgetIsRefusedAndStaysReadable(String phrase, @TempDir Path scratch)
      throws IOException, InterruptedException {
    assertThat(run(scratch, "hold", phrase)).contains("held and refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {MALLOC, ARENA, POOL})
  void closingGivesEveryReservedByteBack(String phrase, @TempDir Path scratch)
      throws IOException, InterruptedException {
    // A JVM that never collects.
    List<String> flags = List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC");
    assertThat(run(scratch, "close", phrase, flags)).contains("closed");
  }

  private static List<String> run(Path scratch, String what, String phrase)
      throws IOException, InterruptedException {
    return run(scratch, what, phrase, List.of());
  }

  private static List<String> run(Path scratch, String what, String phrase, List<String> more)
      throws IOException, InterruptedException {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-Xmx512m",
                "-D" + NativeBudget.PROPERTY + "=2000000",
                "--enable-native-access=ALL-UNNAMED"));
    flags.addAll(more);
    ChildJvm.Outcome outcome =
        new ChildJvm().run(Budgeted.class.getName(), flags, List.of(what, phrase), scratch, 300);
    assertThat(outcome.isSuccess()).as("%s", outcome).isTrue();
    return outcome.tail();
  }

  private static void fill(Map<Object, Object> map) {
    for (int key = 0; key < ENTRIES; key++) {
      map.put(key, key);
    }
  }

  /** A process with a budget of two million bytes. */
  static final class Budgeted {
    private static final int MAPS = 2_000;

    private Budgeted() {}

    public static void main(String[] args) throws InterruptedException {
      switch (args[0]) {
        case "drop" -> drop(args[1]);
        case "hold" -> hold(args[1]);
        default -> close(args[1]);
      }
    }

    /** Where no collection helps. */
    private static void close(String phrase) throws InterruptedException {
      Hamt<Object, Object> map = Hamt.of(phrase);
      for (int key = 0; key < 500; key++) {
        map.put(key, key);
      }
      PersistentHamt<Object, Object> version = PersistentHamt.of(phrase).putAll(map);
      for (int key = 0; key < 20; key++) {
        version = version.put(key, -key);
      }
      Hamt<Object, Object> edited = version.asTransient();
      edited.put("more", 1);
      Iterator<Map.Entry<Object, Object>> iterator = version.iterator();
      iterator.next();
      long both = NativeBudget.ofProcess().reserved();
      map.close();
      long one = NativeBudget.ofProcess().reserved();
      assertThat(one).isPositive().isLessThan(both);
      edited.persistent().close();
      check(NativeBudget.ofProcess().reserved(), 0L);
      version.close();
      assertThatThrownBy(iterator::next).isInstanceOf(IllegalStateException.class);
      closeWhatTwoThreadsUsed(PersistentHamt.of(phrase).put(1, 1));
      System.out.println("closed");
    }

    /** Whether the other one is done with it is for the collector to find out. */
    private static void closeWhatTwoThreadsUsed(PersistentHamt<Object, Object> version)
        throws InterruptedException {
      Thread other = new Thread(() -> check(version.get(1), 1));
      other.start();
      other.join();
      version.close();
      assertThat(NativeBudget.ofProcess().reserved()).isPositive();
    }

    private static void drop(String phrase) {
      int size = 0;
      for (int number = 0; number < MAPS; number++) {
        Hamt<Object, Object> map = Hamt.of(phrase);
        for (int key = 0; key < 500; key++) {
          map.put(key, key);
        }
        size += map.size();
        size += PersistentHamt.of(phrase).putAll(map).put("more", 1).size();
      }
      check(size, MAPS * 1_001);
      System.out.println("dropped " + MAPS);
    }

    private static void hold(String phrase) {
      Hamt<Object, Object> map = Hamt.of(phrase);
      int size = 0;
      try {
        for (; size < 10_000_000; size++) {
          map.put(size, size);
        }
      } catch (org.hamtlab.spi.AllocationException refused) {
        assertThat(refused)
            .hasMessageContainingAll("bytes of native memory", "at most 2000000", "Close maps");
      }
      check(map.size(), size);
      for (int key = 0; key < size; key++) {
        check(map.get(key), key);
      }
      map.close();
      check(NativeBudget.ofProcess().reserved(), 0L);
      map = Hamt.of(phrase);
      map.put(1, 1);
      System.out.println(size < 10_000_000 ? "held and refused" : "not refused");
    }
  }
}
