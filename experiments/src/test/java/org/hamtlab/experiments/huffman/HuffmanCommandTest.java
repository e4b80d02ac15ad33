package org.hamtlab.experiments.huffman;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.cli.Main;
import org.hamtlab.experiments.store.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class HuffmanCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void printsOneObjectWithTheFieldsOfPrograms() {
    assertThat(
            run(
                "huffman",
                "--input",
                "lcg:1:1024",
                "--allocator",
                "thread-local",
                "--json",
                "--warm-up",
                "0"))
        .isZero();

    JsonNode object = Json.tree(out.toString());
    assertThat(object.propertyNames())
        .containsExactly(
            "signature",
            "blocks",
            "lockAcquisitions",
            "locksPerSite",
            "threads",
            "poolHighWaterBytes",
            "millis");
    assertThat(object.get("signature").asLong()).isEqualTo(910_323_334);
    assertThat(object.get("lockAcquisitions").asInt()).isEqualTo(2);
    assertThat(object.get("threads").asInt()).isEqualTo(20);
  }

  @Test
  void runsTheBaselineForProgramsThatNameNoAllocator() {
    assertThat(run("huffman", "--input", "lcg:1:1024", "--json", "--warm-up", "0")).isZero();

    assertThat(Json.tree(out.toString()).get("lockAcquisitions").asInt()).isEqualTo(1_004);
  }

  @ParameterizedTest
  @CsvSource({"slab, false", "thread-local, true"})
  void tellsTheHighWaterMarkOfPoolsOnly(String allocator, boolean isTold) {
    run("huffman", "--input", "lcg:1:1024", "--allocator", allocator);

    assertThat(out.toString().contains("pool high-water mark")).isEqualTo(isTold);
  }

  @Test
  void saysWhatRan() {
    run("huffman", "--input", "lcg:1:1024", "--allocator", "slab", "--threads=4", "--warm-up=1");

    assertThat(out.toString())
        .startsWith("allocator=locked{")
        .contains("910323334", " ms, median of 5 runs after 1 ms");
  }

  @ParameterizedTest
  @CsvSource({
    "--threads 0 --json, threads: 0 (expected 1..1024 threads)",
    "--batch -1 --json, batch: -1 (expected at least 0 blocks",
    "--freeing never --json, freeing: 'never' (expected each or reset)",
    "--warm-up -1 --json, warm-up: -1 (expected 0..600000 milliseconds",
    "--warm-up 9, --warm-up (expected beside --allocator)",
    "--allocator gc, gc needs object slots",
    "--allocator pol, allocator: 'pol' is not installed",
    "--threads 4, --threads (expected beside --allocator)",
    "--replicates 0, replicates: 0 (expected at least 1 JVM",
    "--input lcg:1:0, input: 'lcg:1:0'",
  })
  void refusesWrongUsage(String arguments, String message) {
    assertThat(run(("huffman " + arguments).split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void measuresASetupInAVirtualMachineOfItsOwn() throws InterruptedException {
    Map<String, Setup> setups = HuffmanSetups.published();
    List<HuffmanSample> samples =
        new HuffmanForks("lcg:1:4096", 1, 2, 1).run(setups, 1, sample -> {});

    assertThat(samples)
        .hasSize(2)
        .allSatisfy(sample -> {
          assertThat(sample.millis()).hasSize(2);
          assertThat(sample.cpuMillis()).hasSize(2);
          assertThat(sample.result().blocks()).isEqualTo(4);
        });
  }

  @Test
  void theFactorialChangesOneThingAtATime() {
    List<HuffmanSetups.Cell> cells = HuffmanSetups.cells();

    assertThat(HuffmanSetups.factorial(4)).hasSize(16);
    assertThat(cells.getFirst().setup(4)).isEqualTo(HuffmanSetups.published().get("baseline"));
    for (HuffmanSetups.Cell cell : cells) {
      for (int factor = 0; factor < 4; factor++) {
        assertThat(cells).contains(cell.flipped(factor));
        assertThat(cell.flipped(factor).isBaseline(factor)).isNotEqualTo(cell.isBaseline(factor));
        assertThat(cell.flipped(factor).flipped(factor)).isEqualTo(cell);
      }
    }
  }
}
