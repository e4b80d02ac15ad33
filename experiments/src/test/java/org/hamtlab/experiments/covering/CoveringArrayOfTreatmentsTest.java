package org.hamtlab.experiments.covering;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of an array that covers all pairs of what phrases can say passes a {@link RowCheck}.
 *
 * <p>Unless asked for more, every fifth row is checked, which is what fits into five minutes.
 * {@code -Dhamt.covering=2} checks all rows, {@code -Dhamt.covering=3} covers triples instead;
 * {@code -Dhamt.rows=N} checks the first N rows alone, {@code -Dhamt.row=N} only that one. Rows run
 * on as many threads as there are processors.
 */
class CoveringArrayOfTreatmentsTest {
  private static final int STRENGTH = Integer.getInteger("hamt.covering", 2);
  private static final int MOST = Integer.getInteger("hamt.rows", Integer.MAX_VALUE);
  private static final int STEP = System.getProperty("hamt.covering") == null ? 5 : 1;
  private static final int ONLY = Integer.getInteger("hamt.row", -1);
  private static final Registry REGISTRY = Registry.installed();

  private static ExecutorService threads;
  private static List<Treatment> rows;
  private static String size;
  private static long begin;

  @BeforeAll
  static void cover() {
    CoveringTreatments array = new CoveringTreatments(REGISTRY, STRENGTH);
    rows = array.rows();
    size = array.size();
    begin = System.nanoTime();
    threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  }

  @AfterAll
  static void tellSize() {
    threads.shutdownNow();
    System.out.printf(
        "Covering array of strength %d: %s in %d rows; checked in %d s, %d s of the process's processor time.%n",
        STRENGTH,
        size,
        rows.size(),
        (System.nanoTime() - begin) / 1_000_000_000,
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
            / 1_000_000_000);
  }

  @TestFactory
  Stream<DynamicTest> everyRowIsCorrect() {
    List<DynamicTest> tests = new ArrayList<>();
    IntStream.range(0, Math.min(MOST, rows.size()))
        .filter(row -> ONLY < 0 ? row % STEP == 0 : row == ONLY)
        .forEach(row -> {
          Treatment treatment = rows.get(row);
          Future<?> done =
              threads.submit(() -> {
                new RowCheck(REGISTRY, treatment, row).run();
                return null;
              });
          tests.add(DynamicTest.dynamicTest(row + " " + treatment, () -> require(done, row)));
        });
    return tests.stream();
  }

  private static void require(Future<?> done, int row) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException failure) {
      throw new AssertionError(
          rows.get(row)
              + "\nRepeat: ./hamt test -pl experiments -am"
              + " -Dtest=CoveringArrayOfTreatmentsTest -Dhamt.row="
              + row
              + "\n"
              + failure.getCause(),
          failure.getCause());
    }
  }

  @Test
  void longTestsExistAndAllHaveTheirTurn() {
    assertThat(RowCheck.tests()).containsAll(RowCheck.LONG);
    assertThat(
            IntStream.range(0, RowCheck.LONG.size()).map(row -> row * STEP % RowCheck.LONG.size()))
        .doesNotHaveDuplicates();
  }
}
