package org.hamtlab.experiments.covering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of an array that covers all pairs of what phrases can say passes a {@link RowCheck}.
 *
 * <p>{@code -Dhamt.covering=3} covers triples instead; {@code -Dhamt.assembly=fused} assembles
 * every row so, or {@code shared}, whatever the array says; {@code -Dhamt.rows=N} checks the first
 * N rows alone, {@code -Dhamt.from=N} leaves those before a number out, {@code -Dhamt.row=N} checks
 * only that one; {@code -Dhamt.costs=N} lists the N dearest tests. Rows run on as many threads as
 * there are processors.
 */
class CoveringArrayOfTreatmentsTest {
  private static final int STRENGTH = Integer.getInteger("hamt.covering", 2);
  private static final int MOST = Integer.getInteger("hamt.rows", Integer.MAX_VALUE);
  private static final int FROM = Integer.getInteger("hamt.from", 0);
  private static final int ONLY = Integer.getInteger("hamt.row", -1);
  private static final String ASSEMBLY = System.getProperty("hamt.assembly", "");
  private static final int COSTS = Integer.getInteger("hamt.costs", 0);
  private static final Registry REGISTRY = Registry.installed();

  private static final Costs PARTS = new Costs();
  private static final Costs TESTS = new Costs();

  private static ExecutorService threads;
  private static List<Row> rows;
  private static String size;
  private static long begin;
  private static int checked;
  private static Progress progress;

  @BeforeAll
  static void cover() {
    begin = System.nanoTime();
    CoveringTreatments array = new CoveringTreatments(REGISTRY, STRENGTH, RowCheck.LONG);
    rows = array.rows(ONLY < 0 ? MOST : ONLY + 1);
    size = array.size();
    threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  }

  @AfterAll
  static void tellSize() {
    threads.shutdownNow();
    System.out.printf(
        "Covering array of strength %d: %s in %d rows, %d of them fused; %d checked in %d s, %d s of"
            + " processor time, of which%n%s%s",
        STRENGTH,
        size,
        rows.size(),
        rows.stream().filter(row -> row.treatment().assembly() == AssemblyMode.FUSED).count(),
        checked,
        (System.nanoTime() - begin) / 1_000_000_000,
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
            / 1_000_000_000,
        PARTS.table(Integer.MAX_VALUE),
        TESTS.table(COSTS));
  }

  @TestFactory
  Stream<DynamicTest> everyRowIsCorrect() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Row row : rows) {
      if (ONLY < 0 ? row.number() >= FROM : row.number() == ONLY) {
        Row chosen = assembled(row);
        Future<?> done =
            threads.submit(() -> {
              new RowCheck(REGISTRY, chosen, PARTS, TESTS).run();
              return null;
            });
        tests.add(DynamicTest.dynamicTest(chosen.toString(), () -> require(done, chosen)));
      }
    }
    checked = tests.size();
    progress = new Progress();
    return tests.stream();
  }

  private static Row assembled(Row row) {
    return Stream.of(AssemblyMode.values())
        .filter(mode -> mode.key().equals(ASSEMBLY))
        .map(mode -> new Row(row.number(), row.treatment().with(mode), row.longTest()))
        .findAny()
        .orElse(row);
  }

  private static void require(Future<?> done, Row row) throws InterruptedException {
    try {
      done.get();
      progress.tell("rows up to %d are checked", row.number());
    } catch (ExecutionException failure) {
      throw new AssertionError(
          row.treatment()
              + "\nRepeat: ./hamt test -pl experiments -am"
              + " -Dtest=CoveringArrayOfTreatmentsTest -Dhamt.covering="
              + STRENGTH
              + (ASSEMBLY.isEmpty() ? "" : " -Dhamt.assembly=" + ASSEMBLY)
              + " -Dhamt.row="
              + row.number()
              + "\n"
              + failure.getCause(),
          failure.getCause());
    }
  }

  @Test
  void longTestsExist() {
    assertThat(RowCheck.tests()).containsAll(RowCheck.LONG);
  }

  /** Whoever says which rows to check has said otherwise. */
  @Test
  void everyLongTestMeetsEveryStrategyAndBothAssemblies() {
    assumeTrue(STRENGTH == 2 && MOST == Integer.MAX_VALUE && ONLY < 0, "all rows of pairs");
    Set<String> met = new HashSet<>();
    for (Row row : rows) {
      for (Axis axis : Axis.values()) {
        met.add(row.longTest() + " " + axis + " " + row.treatment().on(axis).name());
      }
      met.add(row.longTest() + " " + row.treatment().assembly());
    }
    for (String test : RowCheck.LONG) {
      for (Axis axis : Axis.values()) {
        for (StrategyProvider provider : REGISTRY.providers(axis)) {
          assertThat(met).contains(test + " " + axis + " " + provider.id());
        }
      }
      assertThat(met).contains(test + " fused", test + " shared");
    }
  }
}
