package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Maps that are created and dropped without being closed take no lasting memory, native memory
 * included. {@code -Dhamt.maps=1000000} makes as many of them as one likes.
 *
 * <p>Each phrase has a JVM of its own, whose heap is resident as a whole from its start: in one
 * that runs other tests too, pages of the heap that are touched late count as growth.
 */
class DroppedMapsTest {
  private static final int MAPS = Integer.getInteger("hamt.maps", 20_000);
  private static final String HEAP = "256m";

  /** What resident memory may grow by; the maps take more than ten times as much in all. */
  private static final long GROWTH = 256L << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int allocator=arena",
        "layout=tagged-int{memory=native} allocator=malloc",
        "layout=tagged-int{memory=native} allocator=arena",
        "layout=sealed-class allocator=freelist",
        "@default"
      })
  void leaveMemoryFlat(String phrase) throws Exception {
    assumeTrue(Files.exists(DroppingMain.STATM), "the system says how much memory is resident");
    Process process = start(phrase);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    Scanner growth = new Scanner(output);
    assertThat(growth.nextLong()).as("growth of the heap in use").isLessThan(GROWTH / 8);
    assertThat(growth.nextLong()).as("growth of native memory reserved").isLessThanOrEqualTo(0);
    assertThat(growth.nextLong()).as("growth of resident memory").isLessThan(GROWTH);
  }

  private static Process start(String phrase) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms" + HEAP,
            "-Xmx" + HEAP,
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            DroppingMain.class.getName(),
            phrase,
            Integer.toString(MAPS))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
