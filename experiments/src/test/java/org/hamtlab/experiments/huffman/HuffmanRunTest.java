package org.hamtlab.experiments.huffman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.experiments.huffman.Setup.Freeing;
import org.hamtlab.experiments.huffman.Setup.Sharing;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures and locks of seed 003, which are equal on every machine. */
class HuffmanRunTest {
  private static final String HEAP = "first-fit{heap=524288,growth=fixed}";
  private static final String BASELINE = "locked{parent=" + HEAP + "}";
  private static final Registry REGISTRY = Registry.installed();

  private static String pools(int bytes) {
    return "thread-local{slots=" + bytes / 4 + ",parent=" + BASELINE + "}";
  }

  private static Setup batches(String allocator) {
    return new Setup(allocator, 20, 20, Freeing.EACH, Sharing.SHARED);
  }

  private static HuffmanResult run(String input, Setup setup) {
    try (HuffmanRun run =
        new HuffmanRun(REGISTRY, HuffmanInput.parse(input), setup, warning -> {})) {
      return run.run();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lcg:1:1024, 1, 910323334, 1004, 2",
    "lcg:42:102400, 100, 1169553944, 100816, 200",
    "lcg:42:1048576, 1024, 1491890170, 1033612, 2048",
  })
  void meetsThePublishedCounts(
      String input, int blocks, long signature, long baselineLocks, long poolLocks) {
    HuffmanResult baseline = run(input, batches(BASELINE));
    HuffmanResult pools = run(input, batches(pools(1 << 15)));

    assertThat(baseline.blocks()).isEqualTo(blocks);
    assertThat(List.of(baseline.signature(), pools.signature())).containsOnly(signature);
    assertThat(baseline.lockAcquisitions()).isEqualTo(baselineLocks);
    assertThat(pools.lockAcquisitions()).isEqualTo(poolLocks);
    assertThat(baseline.poolHighWaterBytes()).isZero();
  }

  @Test
  void countsEveryNodeThatSmallPoolsLackRoomFor() {
    HuffmanResult small = run("lcg:42:1048576", batches(pools(1 << 14)));

    assertThat(small.signature()).isEqualTo(1_491_890_170L);
    assertThat(small.lockAcquisitions()).isEqualTo(114_060);
    // Head and array of the heap, and as many nodes of 32 bytes as fit.
    assertThat(small.poolHighWaterBytes()).isEqualTo(2_064 + 447 * 32);
  }

  @Test
  void aPoolIsNeverFullerThanABlockOfAllBytesMakesIt() {
    HuffmanResult pools = run("lcg:42:1048576", batches(pools(1 << 15)));

    assertThat(pools.poolHighWaterBytes()).isEqualTo(18_416);
  }

  @Test
  void countsLocksByCallSite() {
    String byCaller = "thread-local{slots=8192,parent=locked{sites=caller,parent=" + HEAP + "}}";

    assertThat(run("lcg:42:102400", batches(byCaller)).locksPerSite())
        .isEqualTo(Map.of("allocate in BlockTask.input", 100L, "free in BlockTask.release", 100L));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "4, 0", "4, 16", "3, 7", "20, 20", "64, 64"})
  void threadsAndBatchesChangeNeitherSignatureNorLocks(int threads, int batch) {
    for (String allocator : List.of(BASELINE, pools(1 << 15), pools(1 << 12))) {
      HuffmanResult usual = run("lcg:42:102400", batches(allocator));
      HuffmanResult other =
          run("lcg:42:102400", new Setup(allocator, threads, batch, Freeing.EACH, Sharing.SHARED));

      assertThat(other.signature()).isEqualTo(1_169_553_944L);
      assertThat(other.locksPerSite()).isEqualTo(usual.locksPerSite());
      assertThat(other.threads()).isEqualTo(threads);
    }
  }

  @Test
  void everyAllocatorThatHasAddressesServesIt() {
    Map<String, String> excluded = new TreeMap<>();
    List<Selection> served = new ArrayList<>();
    for (StrategyProvider provider : REGISTRY.providers(Axis.ALLOCATOR)) {
      for (Selection variant : REGISTRY.variants(Axis.ALLOCATOR, provider.id())) {
        Grants.exclusion(REGISTRY, variant)
            .ifPresentOrElse(
                reason -> excluded.put(variant.name(), reason), () -> served.add(variant));
      }
    }

    assertThat(excluded).containsOnlyKeys("gc");
    assertThat(served).hasSizeGreaterThan(10);
    for (Selection allocator : served) {
      for (int threads : List.of(1, 4, 20)) {
        for (Freeing freeing : Freeing.values()) {
          for (Sharing sharing : Sharing.values()) {
            Setup setup = new Setup(allocator.toString(), threads, threads, freeing, sharing);
            assertThat(run("lcg:42:102400", setup).signature())
                .as("%s", setup)
                .isEqualTo(1_169_553_944L);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"checked{parent=poison{parent=slab}}", "malloc", HEAP})
  void runsAgainAfterARun(String allocator) {
    try (HuffmanRun run =
        new HuffmanRun(
            REGISTRY, HuffmanInput.parse("lcg:1:5000"), batches(allocator), warning -> {})) {
      HuffmanResult first = run.run();
      HuffmanResult second = run.run();

      assertThat(second.signature()).isEqualTo(first.signature());
      assertThat(second.locksPerSite()).isEqualTo(first.locksPerSite());
    }
  }

  @Test
  void threadsThatLiveThroughoutServeRunAfterRun() {
    Setup living = new Setup(pools(1 << 15), 4, 0, Freeing.EACH, Sharing.SHARED);
    try (HuffmanRun run =
        new HuffmanRun(REGISTRY, HuffmanInput.parse("lcg:42:102400"), living, warning -> {})) {
      run.warmUp(1);
      HuffmanResult result = run.median(5);

      assertThat(result.signature()).isEqualTo(1_169_553_944L);
      assertThat(result.locksPerSite()).isEqualTo(Map.of("allocate", 100L, "free", 100L));
      assertThat(result.millis()).isPositive();
      assertThat(run.cpuMillis()).isPositive();
    }
  }

  /** The memory has room for one such pool: who gets it must not wait for those who do not. */
  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  @Timeout(60)
  void aThreadWithoutRoomForAPoolStopsTheRun(int batch) {
    String large = "thread-local{slots=4456000,parent=locked{parent=arena{chunk=4456000}}}";
    Setup setup = new Setup(large, 4, batch, Freeing.EACH, Sharing.SHARED);

    assertThatThrownBy(() -> run("lcg:1:16384", setup))
        .isInstanceOf(AllocationException.class)
        .hasMessageContaining("4456000 slots requested");
  }

  @Test
  void saysOfAHeapBeyondTheMemoryThatASmallerOneWouldDo() {
    Setup setup = new Setup("first-fit{heap=268435456}", 1, 0, Freeing.EACH, Sharing.SHARED);

    assertThatThrownBy(() -> run("lcg:1:1024", setup))
        .isInstanceOf(AllocationException.class)
        .hasMessageContaining("Name smaller heaps");
  }

  @ParameterizedTest
  @EnumSource(Freeing.class)
  void anAllocatorOfItsOwnTakesNoLocks(Freeing freeing) {
    HuffmanResult own = run("lcg:42:102400", new Setup(HEAP, 4, 0, freeing, Sharing.OWN));

    assertThat(own.signature()).isEqualTo(1_169_553_944L);
    assertThat(own.lockAcquisitions()).isZero();
  }

  @Test
  void freeingAllAtOnceSavesTheFreesAndTakesALockABatch() {
    HuffmanResult reset =
        run("lcg:42:102400", new Setup(BASELINE, 20, 20, Freeing.RESET, Sharing.SHARED));

    assertThat(reset.locksPerSite()).isEqualTo(Map.of("allocate", 100_816L / 2, "reset", 5L));
  }

  @Test
  void aLockIsPutAroundAnAllocatorThatServesOneThreadAtATime() {
    assertThat(HuffmanRun.allocator(REGISTRY, batches("arena")).name()).isEqualTo("locked");
    assertThat(
            HuffmanRun.allocator(REGISTRY, new Setup("arena", 1, 1, Freeing.EACH, Sharing.SHARED))
                .name())
        .isEqualTo("arena");
  }
}
