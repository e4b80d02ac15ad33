package org.hamtlab.experiments.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ParentWatchTest {

  /** A child that never ends by itself. */
  public static final class WatchingMain {
    private WatchingMain() {}

    /** Says that it watches. */
    public static void main(String[] args) throws InterruptedException {
      ParentWatch.start();
      System.out.println("watching");
      new CountDownLatch(1).await();
    }
  }

  /** Standard output ends when the last process that holds it has ended. */
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void childEndsWhenItsParentIsKilled() throws IOException {
    assumeTrue(Files.exists(Path.of("/bin/sh")), "this system has no /bin/sh");
    Process parent =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "\"$0\" -cp \"$1\" \"$2\" & wait",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                WatchingMain.class.getName())
            .start();
    try (BufferedReader lines = parent.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("watching");
      parent.toHandle().destroyForcibly();
      assertThat(lines.readLine()).isNull();
    }
  }
}
