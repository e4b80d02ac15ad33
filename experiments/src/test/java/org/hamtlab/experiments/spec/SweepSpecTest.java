package org.hamtlab.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.design.Design;
import org.hamtlab.experiments.plan.Candidate;
import org.hamtlab.experiments.plan.Candidates;
import org.hamtlab.experiments.plan.SweptFactor;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.api.Test;

class SweepSpecTest {

  @Test
  void readsEveryKey() {
    SweepSpec spec =
        parse(
            """
            # What is a span worth?
            baseline = @addressed          # a comment behind a value
            factor layout.span = 3..6
            factor allocator = arena,
              freelist

            [treatments]
            @default
            peer=java.util.TreeMap
            [workload]
            peer = java.util.HashMap
            keys = shuffled:{1000..2000 by half-octave}, classes
            operations = get-hit, get{hit-ratio=0.5}
            metrics = time
            [measuring]
            seed = 7
            replicates = 3..12
            stop = interval 2% within 20m
            smallest-effect = 5%
            exploratory = no
            warm-up = 4 x 60ms
            iterations = 5 x 1s
            fork-limit = 2m
            twin = no
            spare-blocks = 3
            """);
    assertThat(spec.design()).isEqualTo(Design.FULL_FACTORIAL);
    assertThat(spec.baseline()).isEqualTo("@addressed");
    assertThat(spec.factors())
        .containsExactly(
            new SweptFactor("layout.span", List.of("3", "4", "5", "6")),
            new SweptFactor("allocator", List.of("arena", "freelist")));
    assertThat(spec.treatments())
        .containsExactly("@default", "peer=java.util.TreeMap", "peer=java.util.HashMap");
    assertThat(spec.keys())
        .containsExactly("shuffled:1000", "shuffled:1414", "shuffled:2000", "classes");
    assertThat(spec.seed()).hasValue(7);
    assertThat(spec.settings().question()).isEqualTo("What is a span worth?");
    assertThat(spec.settings().operations()).hasToString("[get-hit, get{hit-ratio=0.5}]");
    assertThat(spec.settings().metrics()).containsExactly("time");
    assertThat(spec.settings().stopping()).isEqualTo(new Plan.Stopping(3, 0.02, 1200, 3));
    assertThat(spec.settings().forks()).isEqualTo(12);
    assertThat(spec.settings().smallestEffect()).isEqualTo(0.05);
    assertThat(spec.settings().exploratory()).isFalse();
    assertThat(spec.settings().timing()).isEqualTo(new Plan.Timing(4, 60, 5, 1000, 120));
    assertThat(spec.settings().twin()).isFalse();
  }

  @Test
  void listsEveryFaultWithItsLine() {
    assertThatThrownBy(() ->
            parse(
                """
                baseline = @addressed
                factor allocator = pool
                factor allocator.slots = 7, 65536
                factor layout.spam = 3
                factor lay.span = 3
                opertions = get-hit
                replicates = none
                replicates = 3
                keys = shufled:10
                operations = get-hit, gett
                treatment = layout=nope
                metrics = joy
                no entry
                [measure]
                """))
        .isInstanceOf(ConfigurationException.class)
        .message()
        .satisfies(message ->
            assertThat(message.lines())
                .anyMatch(
                    l -> l.equals("pool.slots: 7 (expected 16..268435456 slots) at a.sweep:3"))
                .anyMatch(
                    l -> l.contains("tagged-int.spam: unknown parameter") && l.contains(":4."))
                .anyMatch(l -> l.contains("factor: 'lay.span'") && l.contains("'layout'?"))
                .anyMatch(
                    l -> l.contains("'opertions'") && l.contains("Did you mean 'operations'?"))
                .anyMatch(l -> l.startsWith("replicates: 'none'") && l.endsWith("a.sweep:7"))
                .anyMatch(
                    l -> l.startsWith("replicates: said in line 7") && l.endsWith("a.sweep:8"))
                .anyMatch(l -> l.startsWith("keys: 'shufled:10'"))
                .anyMatch(l -> l.contains("'gett'") && l.contains("a.sweep:10"))
                .anyMatch(l -> l.contains("'nope' is not installed") && l.contains("a.sweep:11"))
                .anyMatch(l -> l.startsWith("metrics: 'joy'"))
                .anyMatch(l -> l.startsWith("line: 'no entry'"))
                .anyMatch(l -> l.contains("Did you mean 'measuring'?"))
                .anyMatch(l -> l.startsWith("question: not said"))
                .hasSize(13));
  }

  @Test
  void metricsThatNobodyMayAskForAreRefusedWithTheirCode() {
    String start = "# Q\ntreatment = hash=identity\nmetrics = ";
    assertFault(start + "time, arithmetic-mean-of-ratios\n", "R10");
    assertFault(start + "ratio-difference\n", "R10");
    assertFault(start + "hash-quality\n", "R14");
    assertFault(start + "best-time\n", "R9");
  }

  @Test
  void designsSayWhatTheyNeed() {
    assertFault("# Q\ndesign = ablation\n", "expected to = PHRASE");
    assertFault("# Q\ndesign = pairwise\n", "pairwise (expected factors)");
    assertFault("# Q\n", "nothing to compare");
    assertFault("# Q\nto = @default\npeer = java.util.HashMap\n", "design = ablation only");
    assertFault("# Q\ndesign = pairwice\n", "Did you mean 'pairwise'?");
  }

  @Test
  void keysThatAreNowhereAreFaults() {
    assertFault("# Q\nkeys = file:no/such\n", "a file that exists");
    assertFault("# Q\nkeys = classes:100m\n", "which this JDK has). At a.sweep:2.");
  }

  @Test
  void stoppingNeedsRoomAndRoomNeedsStopping() {
    assertFault("# Q\nreplicates = 3..12\n", "expected stop");
    assertFault("# Q\nreplicates = 5\nstop = interval 2%\n", "expected replicates = LEAST..MOST");
  }

  @Test
  void screeningRefusesFactorsThatItCannotScreen() {
    assertFault(
        "# Q\ndesign = screening\nfactor layout.span = 3..6\n",
        "layout.span: 4 levels (expected 2 for screening) at a.sweep:3");
    assertFault(
        "# Q\nbaseline = @addressed\ndesign = screening\n"
            + "factor layout = tagged-int, sealed-class\nfactor allocator = freelist, gc\n",
        "expected a possible treatment");
  }

  @Test
  void aFullFactorialCrossesLevelsAndExcludesWithReasons() {
    Candidates candidates =
        candidates(
            """
            # Q
            baseline = @addressed
            factor layout = tagged-int, champ
            factor layout.memory = heap, native
            factor allocator = freelist, gc
            """);
    assertThat(candidates.possible())
        .extracting(Candidate::phrase)
        .allMatch(phrase -> phrase.contains("layout=tagged-int"));
    assertThat(candidates.possible()).hasSize(2);
    assertThat(candidates.exclusions()).hasSize(6);
    assertThat(candidates.exclusions())
        .anyMatch(e ->
            e.reason().contains("layout champ has no parameter memory")
                && e.phrase().equals("layout=champ layout.memory=heap allocator=freelist"))
        .anyMatch(e -> e.reason().contains("allocator gc needs object slots"));
  }

  @Test
  void theLevelDefaultFitsEveryStrategy() {
    Candidates candidates =
        candidates(
            """
            # Q
            factor layout = champ, sealed-class
            factor layout.direct = default, 101
            """);
    assertThat(candidates.possible()).hasSize(3);
    assertThat(candidates.exclusions()).hasSize(1);
  }

  @Test
  void cellsThatSpellOneTreatmentAreAliases() {
    Candidates candidates =
        candidates(
            """
            # Q
            baseline = @addressed
            factor allocator = freelist, pool
            factor allocator.slots = default, 2^16
            """);
    assertThat(candidates.possible()).hasSize(2);
    assertThat(candidates.aliases().keySet())
        .containsExactly("allocator=pool allocator.slots=65536");
  }

  @Test
  void oneAtATimeChangesOneFactor() {
    Candidates candidates =
        candidates(
            """
            # Q
            design = one-at-a-time
            baseline = @addressed
            factor layout.span = 3..6
            factor allocator.parent = arena, pool
            factor assembly = fused, shared
            """);
    Candidate baseline = candidates.possible().getFirst();
    assertThat(candidates.possible()).hasSize(6);
    assertThat(candidates.possible().subList(1, 6))
        .allMatch(c -> c.changedFrom(baseline).size() == 1);
  }

  private static Candidates candidates(String text) {
    return SpecCandidates.of(parse(text), 1, Registry.installed());
  }

  private static SweepSpec parse(String text) {
    return SweepSpec.parse("a.sweep", text, Registry.installed());
  }

  private static void assertFault(String text, String fault) {
    assertThatThrownBy(() -> parse(text)).hasMessageContaining(fault);
  }
}
