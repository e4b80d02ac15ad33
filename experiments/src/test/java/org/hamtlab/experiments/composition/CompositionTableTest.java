package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.cli.Main;
import org.hamtlab.experiments.fork.DyingMains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositionTableTest {
  @TempDir private Path folder;

  @Test
  void goesOnWhenForksDie() throws IOException, InterruptedException {
    Path file = Files.createFile(folder.resolve("samples.jsonl"));
    String main = DyingMains.Throwing.class.getName();

    List<String> failures = new CompositionForks(List.of(16), 1, file, main).run(1);

    assertThat(failures).hasSize(10).allMatch(failure -> failure.contains("broken subject"));
    assertThat(file).isEmptyFile();
  }

  @Test
  void showsMissingCellsAndPassesNoVerdictOverThem() {
    List<CompositionSample> samples = new ArrayList<>();
    for (Side side : List.of(Side.MONOLITH, Side.MONOLITH_AGAIN, Side.FUSED)) {
      for (String layout : CompositionSummary.LAYOUTS) {
        samples.add(new CompositionSample(side.key(), layout, "get", 16, 0, 0, 10));
        samples.add(new CompositionSample(side.key(), layout, "put", 16, 0, 0, 10));
      }
    }
    samples.removeIf(sample -> sample.operation().equals("put") && sample.side().equals("fused"));

    assertThat(printed(samples))
        .contains(
            "| get | 16 | tagged-int | 1.000 [1.000, 1.000] | 1.000 [1.000, 1.000] | – | – | – |",
            "| put | 16 | tagged-int | – | 1.000 [1.000, 1.000] | – | – | – |",
            "- get: fused over monolith 1.000",
            "- put: no verdict, since cells are missing",
            "- remove: no verdict, since cells are missing");
  }

  @Test
  void refusesWrongArgumentsBeforeAnythingRuns() throws IOException {
    Path taken = Files.createFile(folder.resolve("taken"));
    Path below = taken.resolve("below");

    assertThat(refusal("bench", "composition", "--forks", "0")).contains("--forks: 0", "1..1000");
    assertThat(refusal("bench", "composition", "--sizes", "16,x")).contains("'x'");
    assertThat(refusal("bench", "composition", "--out", taken.toString())).contains("a new file");
    assertThat(refusal("bench", "composition", "--out", below.toString())).contains("writable");
    assertThat(refusal("bench", "-f", "1", "composition")).contains("-f 1 before 'composition'");
    assertThat(refusal("bench", "noSuchBenchmark")).contains("'hamt bench -l' lists them");
  }

  private static String refusal(String... arguments) {
    StringWriter err = new StringWriter();
    int status = Main.commandLine().setErr(new PrintWriter(err)).execute(arguments);
    assertThat(status).isEqualTo(2);
    return err.toString();
  }

  private static String printed(List<CompositionSample> samples) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new CompositionSummary(samples, List.of(16)).print(out);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
