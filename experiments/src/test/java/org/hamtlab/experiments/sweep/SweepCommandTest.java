package org.hamtlab.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SweepCommandTest {
  private final PrintStream standardOut = System.out;
  private final PrintStream standardErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path temp;

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveBack() {
    System.setOut(standardOut);
    System.setErr(standardErr);
  }

  @Test
  void dryRunShowsPlanAndTimeAndWritesNothing() {
    Path dir = temp.resolve("bundle");
    assertThat(run("--profile", "smoke", "--dry-run", "--out", dir.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("9 treatments", "hash=identity", "Measuring takes about", "18 forks");
    assertThat(dir).doesNotExist();
  }

  @Test
  void fullProfileAnnouncesReasonsOfExclusions() {
    assertThat(run("--profile", "full", "--dry-run")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("allocator gc needs object slots");
  }

  @Test
  void addedPhraseTakesPart() {
    assertThat(run("--profile", "smoke", "--dry-run", "--add", "peer=java.util.HashMap")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("10 treatments", "t08 HashMap", "t09 baseline again (A/A)");
  }

  @Test
  void refusesWhatIsNotThereYet() {
    assertThat(run("--engine", "pbs")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'pbs' is not known");
  }

  @Test
  void refusesSweepFileThatIsNotThere() {
    assertThat(run("my.sweep")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("'my.sweep' (expected a file that exists)");
  }

  @Test
  void refusesUnknownStrategyBeforeAnythingIsWritten() {
    Path dir = temp.resolve("bundle");
    assertThat(run("--add", "layout=nope", "--out", dir.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'nope' is not installed");
    assertThat(dir).doesNotExist();
  }

  @Test
  void resumeRefusesFolderThatIsNoBundle() throws IOException {
    Files.writeString(temp.resolve("notes.txt"), "mine");
    assertThat(new CommandLine(new ResumeCommand()).execute(temp.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("not a bundle");
    assertThat(temp.toFile().list()).containsExactly("notes.txt");
  }

  private static int run(String... args) {
    return new CommandLine(new SweepCommand()).execute(args);
  }
}
