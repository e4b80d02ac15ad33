package org.hamtlab.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hamtlab.experiments.design.Design;
import org.hamtlab.experiments.plan.Candidates;
import org.hamtlab.experiments.plan.OperationKind;
import org.hamtlab.experiments.plan.Planner;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sweeps that are committed, and the examples of their documentation. */
class CommittedSweepsTest {
  private static final Pattern EXAMPLE = Pattern.compile("```sweep\n(.*?)```", Pattern.DOTALL);

  static Stream<Path> sweeps() throws IOException {
    try (Stream<Path> files = Files.list(root().resolve("sweeps"))) {
      return files.sorted().toList().stream();
    }
  }

  static Stream<String> examples() throws IOException {
    return EXAMPLE.matcher(documentation()).results().map(MatchResult::group).toList().stream();
  }

  @ParameterizedTest
  @MethodSource("sweeps")
  void opensWithItsQuestionAndCanBePlanned(Path file) throws IOException {
    assertThat(Files.readString(file)).startsWith("# ");
    SweepSpec spec = SweepSpec.read(file, Registry.installed());
    assertThat(spec.settings().question()).contains("?");
    Plan plan = plan(spec);
    assertThat(plan.treatments()).hasSizeBetween(2, 120);
    assertThat(plan.treatments().stream().filter(Plan.PlannedTreatment::isTwin).count())
        .isEqualTo(spec.settings().twin() ? 1 : 0);
    int blocks = plan.forks() + plan.stopping().spareBlocks();
    assertThat(plan.blocks())
        .hasSize(blocks)
        .allMatch(block -> block.order().size() == plan.treatments().size());
    assertThat(plan.confounded().isEmpty()).isEqualTo(spec.design() != Design.SCREENING);
    assertThat(plan.paths().isEmpty()).isEqualTo(spec.design() != Design.ABLATION);
    List<String> ids = plan.treatments().stream().map(Plan.PlannedTreatment::id).toList();
    assertThat(plan.aliases()).allMatch(alias -> ids.contains(alias.treatment()));
    assertThat(plan.paths()).allMatch(ids::containsAll);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesOfTheDocumentationCanBePlanned(String example) {
    String text = example.substring(example.indexOf('\n') + 1, example.lastIndexOf("```"));
    assertThat(plan(SweepSpec.parse("docs", text, Registry.installed())).treatments())
        .hasSizeGreaterThan(2);
  }

  @Test
  void documentationNamesEveryKeyDesignAndOperation() throws IOException {
    assertThat(documentation())
        .contains(SpecEntries.KEYS.stream().map(key -> "`" + key + "`").toList())
        .contains(Arrays.stream(Design.values()).map(design -> "`" + design.id() + "`").toList());
    assertThat(Arrays.stream(OperationKind.values()).map(OperationKind::id))
        .allMatch(id -> {
          try {
            return Pattern.compile("`" + id + "[`{]").matcher(documentation()).find();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Plan plan(SweepSpec spec) {
    Candidates candidates = SpecCandidates.of(spec, 1, Registry.installed());
    List<Plan.KeySet> keys = spec.keys().stream().map(k -> new Plan.KeySet(k, 1, "-")).toList();
    return new Planner(spec.settings(), 1)
        .plan(candidates, keys, "run-1", "2026-01-01T00:00:00Z", "abc");
  }

  private static String documentation() throws IOException {
    return Files.readString(root().resolve("docs/sweeps.md"));
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("hamt"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
