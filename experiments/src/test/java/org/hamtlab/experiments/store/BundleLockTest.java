package org.hamtlab.experiments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleLockTest {
  private static final String ELSEWHERE = "process 7 on elsewhere since 2026-01-01T00:00:00Z\n";
  @TempDir private Path temp;

  @Test
  void secondProcessIsToldWhoHoldsTheBundleUntilThatOneIsKilled() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockingMain.class.getName(),
                temp.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = holder.inputReader()) {
      assertThat(lines.readLine()).isEqualTo(LockingMain.LOCKED);
      assertThatThrownBy(() -> BundleLock.take(temp))
          .isInstanceOf(BundleException.class)
          .hasMessageContaining("another runner works on it (process " + holder.pid() + " on ")
          .hasMessageContaining(LockHolder.self().host())
          .hasMessageContaining(" since 20");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThat(Files.readString(temp.resolve(".lock"))).contains("process " + holder.pid());
    BundleLock.take(temp).close();
    assertThat(temp.resolve(".lock")).isEmptyFile();
  }

  @Test
  void refusedAttemptInTheSameProcessLeavesTheLock() throws Exception {
    try (BundleLock lock = BundleLock.take(temp)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> BundleLock.take(temp.resolve("../" + temp.getFileName())))
          .hasMessageContaining("process " + ProcessHandle.current().pid() + " on ");
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LockingMain.class.getName(),
                  temp.toString())
              .start();
      try (BufferedReader lines = other.inputReader()) {
        assertThat(lines.readLine()).contains("process " + ProcessHandle.current().pid());
      } finally {
        other.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void textOfAnotherHostBlocksOnlyInASharedFolder() throws IOException {
    Path file = Files.writeString(temp.resolve(".lock"), ELSEWHERE);
    assertThatThrownBy(() -> BundleLock.take(temp, any -> true))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("a runner on another host holds it (process 7 on elsewhere since")
        .hasMessageContaining("delete " + file);
    assertThat(file).hasContent(ELSEWHERE);
    BundleLock.take(temp, any -> false).close();
    assertThat(file).isEmptyFile();
  }

  @Test
  void textOfADeadProcessOfThisHostBlocksNobody() throws IOException {
    Files.writeString(
        temp.resolve(".lock"), new LockHolder(LockHolder.self().host(), 7, "then") + "\n");
    BundleLock.take(temp, any -> true).close();
  }

  @Test
  void holderComesBackFromItsText() {
    LockHolder self = LockHolder.self();
    assertThat(LockHolder.parse(self + "\n")).contains(self);
    assertThat(LockHolder.parse("")).isEmpty();
    assertThat(LockHolder.parse("process x on y since z")).isEmpty();
  }
}
