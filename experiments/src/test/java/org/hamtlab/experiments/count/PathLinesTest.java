package org.hamtlab.experiments.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.composition.RandomTreatments;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.experiments.store.BlockMap;
import org.hamtlab.experiments.store.BlockMap.Placed;
import org.hamtlab.experiments.store.Distribution;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.RootTable;
import org.hamtlab.shape.TrieVisitor;
import org.hamtlab.spi.AllocationCounters;
import org.hamtlab.spi.SlotBlock;
import org.hamtlab.spi.Telemetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathLinesTest {
  private static final String TINY =
      "hash=identity layout=tagged-int{span=5,arrays=exact} compression=lazy-expansion"
          + " assembly=shared allocator=arena{chunk=64,growth=fixed}";

  private static Hamt<Object, Object> filled(Treatment treatment, List<?> keys) {
    Hamt<Object, Object> map = Composition.of(Registry.installed(), treatment).newMap();
    keys.forEach(key -> map.put(key, key));
    return map;
  }

  /**
   * The root of c entries is a block of c + 1 words and each larger one follows the one before, so
   * that of 5 entries takes words 14 to 19: lines 0 and 1. Then each of keys 32 to 36 shares a slot
   * of the root with an older key, and a branch of two takes three more words: 20 to 22, 23 to 25,
   * 26 to 28 and 29 to 31 in line 1, 32 to 34 in line 2.
   */
  @Test
  void countsTheLinesOfATrieWhoseAddressesAreKnown() {
    List<Integer> keys = List.of(0, 1, 2, 3, 4, 32, 33, 34, 35, 36);
    try (Hamt<Object, Object> map = filled(Registry.installed().resolve(TINY), keys)) {
      PathLines paths = PathLines.of(map);

      assertThat(paths.linesPerPath()).contains(new Distribution(2.2, 2, 3, 3));
      assertThat(paths.pagesPerPath()).contains(new Distribution(1, 1, 1, 1));
      assertThat(paths.nodesNotAddressed()).isZero();
      assertThat(BlockSurvey.of(map))
          .contains(
              new BlockMap(
                  64,
                  16,
                  List.of(new BlockMap.Kind("branch", 6, 21, List.of(2, 16, 3, 0))),
                  List.of(
                      new Placed("branch", 14, 6),
                      new Placed("branch", 20, 3),
                      new Placed("branch", 23, 3),
                      new Placed("branch", 26, 3),
                      new Placed("branch", 29, 3),
                      new Placed("branch", 32, 3))));
    }
  }

  @Test
  void countsALineOnceThatSeveralBlocksOfAPathShare() {
    PathLines paths = new PathLines();
    paths.enterBranch(0, -1, 0, 2, "");
    paths.blocks(List.of(new SlotBlock(1020, 8), new SlotBlock(1030, 1)));
    paths.entry(1, 0, "lines 63 and 64, pages 0 and 1", 1);
    paths.enterBranch(1, 1, 0, 1, "");
    paths.blocks(List.of());
    paths.enterCollision(2, 1, 2, "");
    paths.blocks(List.of(new SlotBlock(1039, 2)));
    paths.entry(2, -1, "and line 65", 2);
    paths.entry(2, -1, "as well", 3);
    paths.leaveCollision();
    paths.leaveBranch();
    paths.entry(1, 2, "as the first", 4);
    paths.leaveBranch();

    assertThat(paths.linesPerPath()).contains(new Distribution(2.5, 2, 3, 3));
    assertThat(paths.pagesPerPath()).contains(new Distribution(2, 2, 2, 2));
    assertThat(paths.nodesNotAddressed()).isEqualTo(1);
  }

  /** The heap of a process and its mapped pages are nearly the whole address space apart. */
  @Test
  void drawsBlocksThatStandFarApartInTwoVisits() {
    List<SlotBlock> blocks =
        List.of(
            new SlotBlock(0x5555_5555_5000L >> 2, 40), new SlotBlock(0x7fff_f7a0_0000L >> 2, 9));
    AtomicInteger visits = new AtomicInteger();
    InvocationHandler answers =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "visit" -> {
                TrieVisitor visitor = (TrieVisitor) arguments[0];
                visitor.enterBranch(0, -1, 0, 2, "");
                visitor.blocks(blocks);
                visitor.leaveBranch();
                yield visits.incrementAndGet();
              }
              case "rootTable" -> RootTable.NONE;
              case "telemetry" -> new AllocationCounters().snapshot(64, 0, 0);
              default -> throw new AssertionError(method);
            };
    Hamt<?, ?> map =
        (Hamt<?, ?>)
            Proxy.newProxyInstance(
                Hamt.class.getClassLoader(), new Class<?>[] {Hamt.class}, answers);

    BlockMap drawn = BlockSurvey.of(map).orElseThrow();

    assertThat(visits).hasValue(2);
    assertThat(drawn.cellSlots()).isGreaterThan(Integer.MAX_VALUE);
    assertThat(drawn.kinds().getFirst().cells()).hasSizeLessThanOrEqualTo(BlockMap.MOST_CELLS);
    assertThat(drawn.kinds().getFirst().cells().getFirst()).isEqualTo(40);
    assertThat(drawn.kinds().getFirst().cells().getLast()).isEqualTo(9);
  }

  @Test
  void ofARootTableTheCellOfTheKeyCounts() {
    String phrase = "hash=identity layout=tagged-int{root-table=direct} allocator=arena";
    try (Hamt<Integer, Integer> map = Hamt.of(phrase)) {
      for (int key = 0; key < 16; key++) {
        map.put(key, key);
      }
      map.put(32, 32);
      PathLines paths = PathLines.of(map);

      assertThat(map.rootTable().levels()).isEqualTo(1);
      // Of 17 keys two stand in a branch below a cell, whose block begins in another line.
      assertThat(paths.linesPerPath().orElseThrow().mean()).isEqualTo(19.0 / 17);
      assertThat(BlockSurvey.of(map).orElseThrow().kinds())
          .extracting(BlockMap.Kind::kind)
          .containsExactly("branch", "root table");
      assertThat(paths.nodesNotAddressed()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=champ allocator=gc",
        "layout=clojure-hybrid allocator=gc",
        "layout=sealed-class{branches=per-arity} allocator=gc",
        "layout=sealed-class allocator=gc",
        "layout=dense allocator=gc"
      })
  void givesNoNumberWhereTheJvmPlacesNodes(String phrase) {
    Treatment treatment = Registry.installed().resolve(phrase);
    try (Hamt<Object, Object> map = filled(treatment, Keys.of("random:200"))) {
      PathLines paths = PathLines.of(map);

      assertThat(paths.linesPerPath()).isEmpty();
      assertThat(paths.pagesPerPath()).isEmpty();
      assertThat(paths.nodesNotAddressed())
          .isEqualTo(map.shape().internalNodes() + map.shape().collisionNodes());
      assertThat(BlockSurvey.of(map)).isEmpty();
    }
  }

  @Test
  void givesNoNumberForAnEmptyMap() {
    try (Hamt<Object, Object> map = filled(Registry.installed().resolve(TINY), List.of())) {
      assertThat(PathLines.of(map).linesPerPath()).isEmpty();
      assertThat(BlockSurvey.of(map)).isEmpty();
    }
  }

  static Stream<Treatment> treatments() {
    RandomTreatments random =
        new RandomTreatments(Registry.installed(), new SplittableRandom(20261121));
    return Stream.concat(
        Stream.of(
                TINY,
                "layout=tagged-int{memory=native} allocator=malloc",
                "layout=tagged-int{headers=apart} allocator=first-fit compression=path",
                "layout=champ-words allocator=freelist",
                "layout=tagged-int{entries=separate} allocator=freelist",
                "layout=tagged-int{root-table=direct} allocator=freelist",
                "layout=sealed-class{entries=inline} allocator=freelist",
                "layout=sealed-class allocator=first-fit",
                "layout=dense allocator=freelist")
            .map(Registry.installed()::resolve),
        Stream.generate(random::next).limit(40));
  }

  @ParameterizedTest
  @MethodSource("treatments")
  void agreesWithSetsOfLinesForAnyTreatment(Treatment treatment) {
    List<Object> keys = new ArrayList<>(Keys.of("random:700"));
    keys.addAll(Keys.of("colliding:60:32"));
    try (Hamt<Object, Object> map = filled(treatment, keys)) {
      boolean isTabled = map.rootTable().levels() > 0;
      Model model = new Model(isTabled ? 1 : 0);
      map.visit(model);
      model.blocks.addAll(map.rootTable().blocks());
      PathLines paths = PathLines.of(map);

      assertThat(paths.isAddressed()).isEqualTo(!model.blocks.isEmpty());
      if (paths.isAddressed()) {
        assertThat(paths.linesPerPath()).isEqualTo(distribution(model.lines));
        assertThat(paths.pagesPerPath()).isEqualTo(distribution(model.pages));
        requireDrawn(model.blocks, BlockSurvey.of(map).orElseThrow());
        if (paths.nodesNotAddressed() == 0) {
          requireBounds(model);
          requireWhole(model.blocks, map.telemetry());
        }
      }
    }
  }

  private static Optional<Distribution> distribution(List<Integer> numbers) {
    return Distribution.of(numbers.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void requireBounds(Model model) {
    for (int key = 0; key < model.lines.size(); key++) {
      assertThat(model.pages.get(key)).isBetween(1, model.lines.get(key));
      assertThat(model.lines.get(key)).isLessThanOrEqualTo(model.sums.get(key));
    }
  }

  /** The blocks of nodes are all that the allocator holds as live. */
  private static void requireWhole(List<SlotBlock> blocks, Telemetry telemetry) {
    assertThat(blocks.stream().mapToLong(SlotBlock::slots).sum()).isEqualTo(telemetry.slotsLive());
  }

  /** Blocks are disjoint, and the map shows them all. */
  private static void requireDrawn(List<SlotBlock> blocks, BlockMap drawn) {
    List<SlotBlock> sorted =
        blocks.stream()
            .sorted((one, other) -> Long.compare(one.firstSlot(), other.firstSlot()))
            .toList();
    for (int index = 1; index < sorted.size(); index++) {
      assertThat(sorted.get(index).firstSlot())
          .isGreaterThanOrEqualTo(sorted.get(index - 1).endSlot());
    }
    long slots = blocks.stream().mapToLong(SlotBlock::slots).sum();
    assertThat(drawn.kinds().stream().mapToLong(BlockMap.Kind::slots).sum()).isEqualTo(slots);
    assertThat(drawn.kinds().stream().mapToLong(BlockMap.Kind::blocks).sum())
        .isEqualTo(blocks.size());
    for (BlockMap.Kind kind : drawn.kinds()) {
      assertThat(kind.cells()).hasSizeLessThanOrEqualTo(BlockMap.MOST_CELLS);
      assertThat(kind.cells()).allMatch(used -> used >= 0 && used <= drawn.cellSlots());
      assertThat(kind.cells().stream().mapToLong(Integer::longValue).sum()).isEqualTo(kind.slots());
    }
  }

  /** Keeps the lines of each node on the path as sets. */
  private static final class Model implements TrieVisitor {
    private final Deque<List<SlotBlock>> path = new ArrayDeque<>();
    private final List<SlotBlock> blocks = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private final List<Integer> sums = new ArrayList<>();

    private List<SlotBlock> ofEntry = List.of();

    /** Lines, and pages, that each path has besides, those of a root table. */
    private final int besides;

    Model(int besides) {
      this.besides = besides;
    }

    @Override
    public void blocks(List<SlotBlock> some) {
      path.pop();
      path.push(some);
      blocks.addAll(some);
    }

    @Override
    public void entryBlocks(List<SlotBlock> some) {
      ofEntry = some;
      blocks.addAll(some);
    }

    @Override
    public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
      path.push(List.of());
    }

    @Override
    public void enterCollision(int level, int fragment, int size, String memory) {
      path.push(List.of());
    }

    @Override
    public void leaveBranch() {
      path.pop();
    }

    @Override
    public void leaveCollision() {
      path.pop();
    }

    @Override
    public void entry(int level, int fragment, Object key, Object value) {
      Set<Long> lineSet = new HashSet<>();
      Set<Long> pageSet = new HashSet<>();
      int sum = 0;
      Stream<SlotBlock> ofNodes = path.stream().flatMap(List::stream);
      for (SlotBlock block : Stream.concat(ofNodes, ofEntry.stream()).toList()) {
        Set<Long> own = new HashSet<>();
        for (long slot = block.firstSlot(); slot < block.endSlot(); slot++) {
          own.add(4 * slot / 64);
          pageSet.add(4 * slot / 4096);
        }
        lineSet.addAll(own);
        sum += own.size();
      }
      lines.add(lineSet.size() + besides);
      pages.add(pageSet.size() + besides);
      sums.add(sum + besides);
    }
  }
}
