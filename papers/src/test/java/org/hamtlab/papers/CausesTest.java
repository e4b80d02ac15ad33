package org.hamtlab.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the page shows where a claim falls: the experiment that isolates its cause. Counts are made
 * anew, so they are those of the ledger.
 */
class CausesTest {
  /** Their causes are timed; the tests of their verdicts show them. */
  private static final Set<String> TIMED = Set.of("A3", "A12", "D1", "D4", "D5");

  private static final Map<String, Evidence> COUNTED = new HashMap<>();

  @ParameterizedTest
  @MethodSource("thatMayFall")
  void isolatesTheCauseOfEveryClaimThatMayFall(String id) {
    var cause = Papers.claim(id).cause(counted(id));

    assertThat(cause).hasSizeGreaterThan(1).anyMatch(Prose.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("thatMayFall")
  void writesNumbersAlikeInEveryCountry(String id) {
    String here = shown(id);
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(shown(id)).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
    }
  }

  /** What another measurement may refute, and what counting or computing refutes. */
  private static Stream<String> thatMayFall() {
    return Papers.claims().stream()
        .filter(claim -> !TIMED.contains(claim.terms().id()))
        .filter(claim ->
            claim.terms().kind() == Kind.MEASURED
                || claim.judge(counted(claim.terms().id())).verdict() == Verdict.REFUTED)
        .map(claim -> claim.terms().id());
  }

  @Test
  void partsThePublishedRatioIntoBuildingAndYardstick() {
    assertThat(shown("A10")).contains("1.07", "1.10", "1.18", "12.1", "13.4");
  }

  @Test
  void showsThatOneDestructorLeavesAllThatIsLeft() {
    assertThat(shown("A6"))
        .contains("arena as published", "arena that destroys its nodes")
        .containsPattern("destroys its nodes</td><td class=\"number\">0</td>");
  }

  @Test
  void losesNoKeyByOneRuleForBothOperations() {
    assertThat(shown("P4"))
        .contains(">281<", ">263<")
        .containsPattern("same for both</td>(<td class=\"number\">0</td>){3}");
  }

  @Test
  void asksForANodeOnceBottomUpAndAtEveryGrowthOneByOne() {
    assertThat(shown("A1")).contains("1,009,579", "701,503", "308,076");
  }

  @Test
  void writesAsMuchInAClonedMapAsInOneBuiltOneByOne() {
    for (String counter : new String[] {"removing", "updating", "inserting"}) {
      assertThat(shown("A9"))
          .containsPattern(
              "nodes written by " + counter + "</td>(<td class=\"number\">[0-9.]+</td>)\\1");
    }
  }

  @Test
  void findsTheNodesOfAClonedMapCloserTogether() {
    assertThat(shown("A9")).contains(">0.36<", ">0.05<");
  }

  @Test
  void findsNothingToMergeWhereKeysLieApart() {
    assertThat(shown("A8"))
        .containsPattern(
            "apart below the root</td><td>structural</td>(<td class=\"number\">0.000</td>){3}");
  }

  @Test
  void comparesMapsInCanonicalFormWithoutAHash() {
    assertThat(shown("P1"))
        .containsPattern(
            "hash codes to compare</td>(<td class=\"number\">0.000</td>){2}<td class=\"number\">2.000");
  }

  @Test
  void countsTheSameRequestsFromBothPoolsButNoCallOfMallocFromOne() {
    assertThat(shown("C3"))
        .containsPattern("too small</td>.*1,386,343.*1,370,319")
        .containsPattern("holds everything</td>.*1,386,343.*>0<");
  }

  private static String shown(String id) {
    return Papers.claim(id).cause(counted(id)).stream()
        .map(Exhibit::html)
        .collect(Collectors.joining());
  }

  private static Evidence counted(String id) {
    return COUNTED.computeIfAbsent(Papers.claim(id).evidenceId(), CausesTest::count);
  }

  private static Evidence count(String id) {
    Recorder recorder = new Recorder(id);
    Papers.claim(id).measure(recorder);
    return Evidence.of(recorder.observations());
  }
}
