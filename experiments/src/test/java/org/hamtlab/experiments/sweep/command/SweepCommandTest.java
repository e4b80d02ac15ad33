package org.hamtlab.experiments.sweep.command;

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
  void metricsThatNobodyMayAskForAreRefusedWithCodeAndReason() throws IOException {
    Path spec = temp.resolve("asked.sweep");
    Files.writeString(
        spec,
        "# Q?\ntreatment = hash=identity\nmetrics = hash-quality, ratio-difference, best-time\n");
    Path dir = temp.resolve("bundle");
    assertThat(run(spec.toString(), "--out", dir.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("R14", "as a p-value")
        .contains("R10", "compared by division")
        .contains("R9", "every iteration of every fork");
    assertThat(dir).doesNotExist();
  }

  @Test
  void refusesWhatIsNotThereYet() {
    assertThat(run("--engine", "pbs")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'pbs' is not known");
  }

  @Test
  void dryRunOfSweepFileShowsEverythingThatWasDecided() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("a.sweep"),
            """
            # Which choices matter?
            baseline = @addressed
            factor layout = tagged-int, sealed-class
            factor allocator = freelist, gc
            factor build = bottom-up, one-by-one
            peer = java.util.HashMap
            keys = shuffled:100
            operations = put, merge
            replicates = 3..6
            stop = interval 3% within 9m
            """);
    assertThat(run(file.toString(), "--dry-run", "--seed", "9", "--add", "@default")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "Question: Which choices matter?",
            "Profile a.sweep, seed 9",
            "Design: full-factorial, exploratory",
            "Factor allocator: freelist, gc",
            "6 treatments:",
            "HashMap",
            "baseline again (A/A)",
            "2 not possible",
            "allocator gc needs object slots",
            "3 aliases",
            "build is idle",
            "merge{overlap=0.5} of t0",
            "no versions",
            "36 forks",
            "It ends after 3 to 6 blocks, when every interval is narrower than 3.00%, none begun"
                + " after 9 minutes");
  }

  @Test
  void dryRunOfScreeningSaysWhatIsConfounded() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("a.sweep"),
            """
            # Q
            baseline = @addressed
            design = screening
            resolution = 3
            factor hash = java-spread, identity
            factor layout.span = 5, 6
            factor compression = lazy-expansion, path
            """);
    assertThat(run(file.toString(), "--dry-run")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("5 treatments", "Confounded: hash with layout.span × compression");
  }

  @Test
  void profileScalesASweepFile() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("a.sweep"),
            "# Q\nexploratory = no\npeer = java.util.HashMap\noperations = put\nreplicates = 50\n");
    assertThat(run(file.toString(), "--dry-run", "--profile", "smoke")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Profile a.sweep --profile smoke", "exploratory", "6 forks", "Operations: put");
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
