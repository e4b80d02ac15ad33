package org.hamtlab.experiments.sweep.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AblateCommandTest {
  private final PrintStream standardOut = System.out;
  private final PrintStream standardErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  @TempDir private Path temp;

  @BeforeEach
  void capture() {
    PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
  }

  @AfterEach
  void giveBack() {
    System.setOut(standardOut);
    System.setErr(standardErr);
  }

  @Test
  void walksThereAndBackOneChangeAtATime() {
    Path dir = temp.resolve("bundle");
    assertThat(
            run(
                "--from",
                "@addressed",
                "--to",
                "@addressed hash=identity compression=path",
                "--replicates",
                "4",
                "--dry-run",
                "--out",
                dir.toString()))
        .as(text())
        .isZero();
    assertThat(text())
        .contains("There: hash, then compression", "Back: hash, then compression", "20 forks");
    assertThat(dir).doesNotExist();
  }

  @Test
  void refusesToWalkNowhere() {
    assertThat(run("--from", "@default", "--to", "@default")).isEqualTo(2);
    assertThat(text()).contains("--to: is the treatment of --from");
  }

  @Test
  void refusesUnknownOperationAndTooFewReplicates() {
    assertThat(run("--from", "@default", "--to", "hash=identity", "--operations", "fly"))
        .isEqualTo(2);
    assertThat(text()).contains("--operations: operation: 'fly' is not known");
    assertThat(run("--from", "@default", "--to", "hash=identity", "--replicates", "0"))
        .isEqualTo(2);
    assertThat(text()).contains("--replicates: 0 (expected 1..1000)");
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int run(String... args) {
    return new CommandLine(new AblateCommand()).execute(args);
  }
}
