package org.hamtlab.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.FilledBundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real signals to commands at moments at which no runner is at work. */
class InterruptionTest {
  @TempDir private Path temp;

  /** A command that plans, or writes its report, for ever. */
  public static final class CommandMain {
    private CommandMain() {}

    /** The argument is the bundle's folder. */
    public static void main(String[] args) throws InterruptedException {
      try (Interruption interruption = new Interruption(Path.of(args[0]), System.out)) {
        System.out.println("at rest " + !interruption.isRequested());
        new CountDownLatch(1).await();
      }
    }
  }

  @Test
  void aSignalBeforeThePlanIsFrozenGivesTheStatusOfAnInterruption() throws Exception {
    assertThat(terminated(temp.resolve("bundle")))
        .contains("Interrupted before there was anything to continue.");
  }

  @Test
  void aSignalWhileTheReportIsWrittenSaysHowToContinue() throws Exception {
    Path dir = temp.resolve("bundle");
    FilledBundles.write(dir, 1, 1);
    assertThat(terminated(dir)).contains("Interrupted. Continue with: ", " resume " + dir);
    Bundle.open(dir).close();
  }

  private static String terminated(Path dir) throws IOException, InterruptedException {
    Process command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                CommandMain.class.getName(),
                dir.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = command.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("at rest true");
      command.toHandle().destroy();
      String said = lines.lines().collect(Collectors.joining("\n"));
      assertThat(command.waitFor()).as(said).isEqualTo(Interruption.EXIT);
      return said;
    }
  }
}
