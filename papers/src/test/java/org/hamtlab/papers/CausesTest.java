package org.hamtlab.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.Exhibit;
import org.junit.jupiter.api.Test;

/** What the page shows beside a claim that falls: the experiment that isolates its cause. */
class CausesTest {

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

  private static String shown(String id) {
    Claim claim = Papers.claim(id);
    Recorder recorder = new Recorder(id);
    claim.measure(recorder);
    return claim.cause(Evidence.of(recorder.observations())).stream()
        .map(Exhibit::html)
        .collect(Collectors.joining());
  }
}
