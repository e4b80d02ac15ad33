package org.hamtlab.experiments.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamtlab.config.Axis;
import org.hamtlab.experiments.count.slack.SlackCompressionProvider;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Estimate;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.testkit.bounded.BoundedCompressionProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountReportTest {
  private static final Registry REGISTRY = registry();

  private static Registry registry() {
    Registry installed = Registry.installed();
    List<StrategyProvider> providers =
        new ArrayList<>(List.of(new BoundedCompressionProvider(), new SlackCompressionProvider()));
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(installed.providers(axis)));
    return Registry.of(providers, installed.presets());
  }

  private static CountReport count(String phrase, String keys, int tries) {
    return CountReport.of(REGISTRY, REGISTRY.resolve(phrase), keys, Keys.of(keys), tries, () -> {});
  }

  /** Every layout, its bit orders, spans and hash widths, with compressions bounded and not. */
  static List<String> compositions() {
    List<String> compositions = new ArrayList<>();
    List<String> compressions =
        new ArrayList<>(
            List.of("testkit.bounded{floor=3,longest=0}", "testkit.bounded{floor=63,longest=63}"));
    Registry.installed()
        .providers(Axis.COMPRESSION)
        .forEach(provider -> compressions.add(provider.id().toString()));
    int number = 0;
    for (String layout : List.of("tagged-int", "sealed-class", "champ")) {
      String allocator = layout.equals("champ") ? "gc" : "freelist";
      for (String compression : compressions) {
        for (String order : List.of("low-first", "high-first")) {
          int span = 3 + number % (layout.equals("champ") ? 3 : 4);
          int hashBits = new int[] {32, 60, 64}[number++ % 3];
          String hash = hashBits == 32 ? "murmur3-fmix32" : "stafford-mix13";
          String composition =
              String.format(
                  "hash=%s layout=%s{span=%d,hash-bits=%d,bit-order=%s} allocator=%s"
                      + " compression=%s",
                  hash, layout, span, hashBits, order, allocator, compression);
          if (REGISTRY.exclusion(REGISTRY.resolve(composition)).isEmpty()) {
            compositions.add(composition);
          }
        }
      }
    }
    assertThat(compositions.toString()).contains("tagged-int", "sealed-class", "champ");
    return compositions;
  }

  @ParameterizedTest
  @MethodSource("compositions")
  void provesTheCanonicalFormOfKeysThatCollideAndShareLongPaths(String composition) {
    for (String keys : List.of("random:800", "colliding:600:25", "zipf:900:0.8")) {
      CountReport report = count(composition, keys, 0);

      assertThat(report.canonical().answer())
          .as(report.canonical().detail())
          .isEqualTo(CanonicalForm.Answer.YES);
      assertThat(report.canonical().digest()).hasSize(64);
      assertThat(report.hasFailed()).isFalse();
    }
  }

  /** Two bits set in each hash code: long common paths that part within one another. */
  private static List<Object> sparse() {
    List<Object> keys = new ArrayList<>(List.of(0L));
    for (int high = 0; high < 31; high++) {
      for (int low = 0; low <= high; low++) {
        keys.add(1L << high | 1L << low);
      }
    }
    return keys;
  }

  @ParameterizedTest
  @MethodSource("compositions")
  void provesTheCanonicalFormOfRunsWithinRuns(String composition) {
    for (String hash : List.of("hash=identity ", "hash=java-spread ")) {
      String phrase = composition.replaceFirst("hash=\\S+ ", hash);
      CountReport report =
          CountReport.of(REGISTRY, REGISTRY.resolve(phrase), "sparse", sparse(), 0, () -> {});

      assertThat(report.canonical().answer())
          .as(phrase + report.canonical().detail())
          .isEqualTo(CanonicalForm.Answer.YES);
    }
  }

  /** Real maps under a perfect hash are what the oracle predicts, on average over many of them. */
  @ParameterizedTest
  @MethodSource("compositions")
  void findsNoFaultInTheCode(String composition) {
    CountReport report = count(composition, "random:400", 250);

    assertThat(report.verdict().fault())
        .as(report.verdict().sentence())
        .isEqualTo(Verdict.Fault.NONE);
    assertThat(report.predictions().keySet())
        .containsAll(numbers(report).stream().filter(name -> !name.equals("entries")).toList());
  }

  /** A mixer of 32 bits leaves the others of the trie's 64 at zero. */
  @Test
  void findsTheFaultInAHashTooNarrowForTheTrie() {
    CountReport report =
        count("layout=tagged-int{hash-bits=64,bit-order=high-first}", "random:500", 20);

    assertThat(report.verdict().fault()).isEqualTo(Verdict.Fault.HASH);
    assertThat(report.verdict().deviating()).contains("maxDepth");
  }

  private static List<String> numbers(CountReport report) {
    return report.counters().fields().entrySet().stream()
        .filter(field -> field.getValue() instanceof Number)
        .map(Map.Entry::getKey)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hash=identity", "hash=constant", "hash=constant{value=7}"})
  void findsTheFaultInTheHash(String hash) {
    CountReport report = count(hash, "sequential:2000", 20);

    assertThat(report.verdict().fault()).isEqualTo(Verdict.Fault.HASH);
    assertThat(report.verdict().deviating()).contains("internalNodes");
    assertThat(report.verdict().sentence()).contains("internalNodes z=");
    assertThat(report.hasFailed()).isFalse();
  }

  @Test
  void findsTheFaultInTheHashCodesThatNoMixingParts() {
    CountReport report = count("@default", "colliding:500:31", 20);

    assertThat(report.verdict().fault()).isEqualTo(Verdict.Fault.HASH);
    assertThat(report.equalHashCodes()).isEqualTo(498);
  }

  @Test
  void findsTheFaultInTheCode() {
    CountReport report = count("compression=test.slack", "random:2000", 20);

    assertThat(report.verdict().fault()).isEqualTo(Verdict.Fault.CODE);
    assertThat(report.verdict().sentence()).contains("on average over 20 maps");
    assertThat(report.canonical().answer()).isEqualTo(CanonicalForm.Answer.NO);
    assertThat(report.canonical().detail()).contains("put in another order: ", " instead of ");
    assertThat(report.hasFailed()).isTrue();
  }

  @Test
  void findsFaultsInBoth() {
    CountReport report = count("compression=test.slack hash=identity", "sequential:3000", 20);

    assertThat(report.verdict().fault()).isEqualTo(Verdict.Fault.BOTH);
  }

  @Test
  void doesNotGuessWithoutAPerfectHash() {
    CountReport report = count("hash=identity", "sequential:2000", 0);

    assertThat(report.verdict().fault()).isEqualTo(Verdict.Fault.UNKNOWN);
    assertThat(report.predictions()).doesNotContainKey("allocations");
  }

  @Test
  void asksForNoCanonicalFormThatIsNotDeclared() {
    CountReport report = count("compression=testkit.bounded{restores=no}", "random:500", 0);

    assertThat(report.canonical().answer()).isEqualTo(CanonicalForm.Answer.NOT_DECLARED);
    assertThat(report.hasFailed()).isFalse();
  }

  /** The structures of two maps differ, as they should: that is no fault of the code. */
  @ParameterizedTest
  @ValueSource(strings = {"siphash-1-3{secrets=per-map}", "siphash-2-4{secrets=per-map}"})
  void asksForNoCanonicalFormWhereEachMapHasASecret(String hash) {
    CountReport report = count("hash=" + hash, "random:500", 20);

    assertThat(report.canonical().answer()).isEqualTo(CanonicalForm.Answer.UNKNOWN);
    assertThat(report.canonical().detail()).contains("secret");
    assertThat(report.verdict().fault()).isEqualTo(Verdict.Fault.NONE);
    assertThat(report.hasFailed()).isFalse();
  }

  /** Over 600 sets of keys no counter may pass a line of 2^-17 by chance. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20, 60, 200, 700})
  void raisesNoFalseAlarm(int entries) {
    for (String phrase :
        List.of("@default", "@mojo-hamt", "compression=path layout=tagged-int{span=3}")) {
      for (int seed = 1; seed <= 25; seed++) {
        CountReport report = count(phrase, "random:" + entries + "@" + seed, 0);

        assertThat(report.verdict())
            .isEqualTo(
                new Verdict(Verdict.Fault.NONE, List.of(), "the shape is that of a perfect hash"));
      }
    }
  }

  @Test
  void countsAnEmptyMap() {
    CountReport report =
        CountReport.of(REGISTRY, REGISTRY.resolve("@default"), "none", List.of(), 2, () -> {});

    assertThat(report.verdict().fault()).isEqualTo(Verdict.Fault.NONE);
    assertThat(report.canonical().answer()).isEqualTo(CanonicalForm.Answer.YES);
  }

  @Test
  void saysHowItKnowsEachExpectation() {
    Map<?, ?> oracle = (Map<?, ?>) count("@default", "random:300", 5).fields().get("oracle");

    assertThat(method(oracle, "internalNodes")).isEqualTo("closed-form");
    assertThat(method(oracle, "bytesPerEntry")).isEqualTo("drawn");
  }

  /**
   * Tables of allocators grow by doubling: all perfect hashes may give one size, and a bad one
   * another.
   */
  @Test
  void saysWhyACounterOfNoDeviationIsAtNoDistance() {
    CountReport report =
        count(
            "hash=identity layout=tagged-int{memory=native} allocator=malloc",
            "sequential:3000",
            20);
    Map<?, ?> oracle = (Map<?, ?>) report.fields().get("oracle");
    Map<?, ?> metadata = (Map<?, ?>) oracle.get("metadataBytes");

    assertThat(metadata.get("sd")).isEqualTo(0.0);
    assertThat(metadata.get("z")).isNull();
    assertThat(metadata.get("because")).isEqualTo("above what every try gave");
    assertThat(oracle.values())
        .allSatisfy(each -> {
          Map<?, ?> numbers = (Map<?, ?>) each;
          assertThat(numbers.get("z") == null).isEqualTo(numbers.containsKey("because"));
        });
  }

  private static Object method(Map<?, ?> oracle, String counter) {
    return ((Map<?, ?>) oracle.get(counter)).get("method");
  }

  @Test
  void repeatsWhatItSaid() {
    assertThat(Json.line(count("@default", "words:400", 12).fields()))
        .isEqualTo(Json.line(count("@default", "words:400", 12).fields()));
  }

  @Test
  void tellsOfEveryMapThatItFills() {
    AtomicInteger steps = new AtomicInteger();
    List<Object> keys = Keys.of("random:50");
    CountReport.of(REGISTRY, REGISTRY.resolve("@default"), "", keys, 7, steps::incrementAndGet);

    assertThat(steps).hasValue(CountReport.mapsWith(7));
  }

  @Test
  void drawsMoreMapsOfFewerKeys() {
    assertThat(CountReport.triesFor(1)).isEqualTo(1000);
    assertThat(CountReport.triesFor(10_000)).isEqualTo(100);
    assertThat(CountReport.triesFor(10_000_000)).isEqualTo(10);
  }

  @Test
  void measuresSurpriseInBits() {
    Surprise surprise = new Surprise(5, 10_000, 30_000);
    Estimate frequent = new Estimate(1e6, 1000, Estimate.Method.CLOSED_FORM);
    Estimate rare = new Estimate(1e-4, 1e-2, Estimate.Method.CLOSED_FORM);
    Estimate certain = new Estimate(10, 0, Estimate.Method.CLOSED_FORM);

    // A normal tail of 5 deviations, 2.9e-7 one-sided, exp(-12.5) by the bound.
    assertThat(surprise.bits("internalNodes", frequent, 5000, 1)).isCloseTo(18, within(0.5));
    // A hundred deviations, and still an event of probability 1e-4.
    assertThat(surprise.bits("collisionNodes", rare, 1, 1)).isBetween(10.0, 17.0);
    assertThat(surprise.bits("collisionNodes", rare, 4, 1)).isGreaterThan(17);
    assertThat(surprise.bits("maxDepth", certain, 0, 1)).isZero();
    assertThat(surprise.bits("maxDepth", certain, 1, 1)).isInfinite();
  }
}
