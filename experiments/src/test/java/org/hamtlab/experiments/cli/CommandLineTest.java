package org.hamtlab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.store.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void countsWithTheFieldsThatScriptsRelyOn() {
    assertThat(run("count", "@mojo-hamt", "--keys", "sequential:1000", "--json")).isZero();

    Map<?, ?> fields = Json.parse(out.toString(), Map.class);
    assertThat(fields.get("internalNodes")).isEqualTo(7956);
    assertThat(fields.keySet().stream().map(Object::toString))
        .contains(
            "phrase",
            "keys",
            "entries",
            "internalNodes",
            "leafNodes",
            "collisionNodes",
            "childPointers",
            "childrenPerNode",
            "singleChildNodes",
            "maxDepth",
            "meanLeafLevel",
            "allocations",
            "frees",
            "slotsRequested",
            "slotsGranted",
            "slotsLive",
            "fallbacks",
            "firstFallbackAt",
            "utilisation",
            "highWaterSlots",
            "lockAcquisitions",
            "bytesPerEntry",
            "canonical",
            "fault",
            "verdict",
            "oracle");
    assertThat(fields.get("canonical")).isEqualTo("yes");
    assertThat(fields.get("fault")).isEqualTo("none");
    Map<?, ?> oracle = (Map<?, ?>) fields.get("oracle");
    assertThat(oracle.values())
        .allSatisfy(estimate ->
            assertThat(((Map<?, ?>) estimate).keySet().stream().map(Object::toString))
                .containsExactly("expected", "sd", "z", "method"));
  }

  @Test
  void tellsOfLinesPagesAndReuseInNumbersOrThatThereAreNoAddresses() {
    String keys = "random:300";
    assertThat(
            run(
                "count",
                "layout=tagged-int allocator=freelist",
                "--keys",
                keys,
                "--tries",
                "0",
                "--json"))
        .isZero();
    Map<?, ?> fields = Json.parse(out.toString(), Map.class);
    for (String name : List.of("linesPerPath", "pagesPerPath", "reuseDistance")) {
      assertThat(((Map<?, ?>) fields.get(name)).keySet().stream().map(Object::toString))
          .containsExactly("mean", "p50", "p99", "max");
    }
    assertThat(fields.get("nodesNotAddressed")).isEqualTo(0);
    assertThat(((Map<?, ?>) fields.get("blockMap")).keySet().stream().map(Object::toString))
        .containsExactly("slots", "cellSlots", "kinds", "blocks");

    out.getBuffer().setLength(0);
    assertThat(run("count", "layout=champ allocator=gc", "--keys", keys, "--tries", "0", "--json"))
        .isZero();
    Map<?, ?> collected = Json.parse(out.toString(), Map.class);
    for (String name :
        List.of("linesPerPath", "pagesPerPath", "reuseDistance", "blocksReused", "blockMap")) {
      assertThat(collected.get(name)).isEqualTo("not addressed");
    }

    out.getBuffer().setLength(0);
    assertThat(run("count", "allocator=arena", "--keys", keys, "--tries", "0")).isZero();
    assertThat(out.toString())
        .containsPattern("reuseDistance +no reuse")
        .contains("linesPerPath ")
        .doesNotContain("left out");

    out.getBuffer().setLength(0);
    String colliding = "colliding:20:32";
    assertThat(
            run(
                "count",
                "layout=sealed-class allocator=arena",
                "--keys",
                colliding,
                "--tries",
                "0"))
        .isZero();
    assertThat(out.toString()).contains("left out: 1 node(s)");
  }

  @Test
  void saysWhatIsAtFaultAndWhetherTheFormIsCanonical() {
    assertThat(run("count", "hash=identity", "--keys", "sequential:2000", "--tries", "10"))
        .isZero();
    assertThat(out.toString()).contains("canonical: yes (", "fault: hash (", "10 drawn maps");
  }

  @Test
  void joinsTheWordsOfAPhrase() {
    assertThat(run("count", "allocator=arena", "compression=path", "--keys", "words:50")).isZero();
    assertThat(out.toString()).contains("allocator=arena{", "compression=path");
  }

  @Test
  void explainsInPictureAndWords() {
    assertThat(run("explain", "layout=sealed-class allocator=gc", "--keys", "sequential:40"))
        .isZero();
    assertThat(out.toString())
        .contains("root branch of level 0", "└─ ", "layout=sealed-class", "array of its own");
  }

  @Test
  void listsStrategiesPresetsAndCombinations() {
    assertThat(run("list")).isZero();
    assertThat(run("list", "presets")).isZero();
    assertThat(run("list", "combinations")).isZero();
    assertThat(run("list", "presets", "--markdown")).isEqualTo(2);
    assertThat(out.toString())
        .contains("hash=mojo-ahash", "16..268435456 slots", "@mojo-hamt", " excluded");
  }

  @Test
  void saysWhichParametersAreIdleAndWhen() {
    assertThat(run("list", "layout")).isZero();
    assertThat(out.toString())
        .contains(" Only with root-table=direct.", " Only with arrays=rounded|doubling.");

    assertThat(run("list", "allocator", "--json")).isZero();
    assertThat(out.toString()).contains("onlyWith", "chunk=16..1048575");

    String idle = "layout.root-table-load matters only with root-table=direct, so it is idle.";
    assertThat(run("explain", "layout=tagged-int")).isZero();
    assertThat(out.toString()).doesNotContain(idle);
    assertThat(run("explain", "layout=tagged-int{root-table-load=99}")).isZero();
    assertThat(out.toString()).contains(idle);
  }

  @Test
  void saysWithoutATraceThatAnAllocatorRefuses() {
    assertThat(run("count", "allocator=quota{slots=50}", "--keys", "sequential:1000")).isEqualTo(1);

    assertThat(err.toString())
        .startsWith("quota{slots=50,parent=arena}: ")
        .contains("raise slots.")
        .doesNotContain("at org.hamtlab");
  }

  @Test
  void refusesWrongUseWithStatus2AndTheRemedy(@TempDir Path folder) throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));

    assertThat(run("count", "allocator=pol", "--keys", "sequential:10")).isEqualTo(2);
    assertThat(run("count", "layout=tagged-int allocator=gc", "--keys", "sequential:10"))
        .isEqualTo(2);
    assertThat(run("count", "@default", "--keys", "sequential:many")).isEqualTo(2);
    assertThat(run("count", "@default", "--keys", "file:" + folder.resolve("none"))).isEqualTo(2);
    assertThat(run("count", "@default", "--keys", "file:" + empty)).isEqualTo(2);
    assertThat(run("count", "@default", "--keys", "random:9", "--tries", "1")).isEqualTo(2);
    assertThat(run("list", "nothing")).isEqualTo(2);
    assertThat(run("explain", "--keys", "sequential:5000")).isEqualTo(2);
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "Did you mean 'pool'?",
            "allocator gc needs object slots",
            "keys: 'sequential:many'",
            "a file that exists",
            "at least one line that is not empty",
            "tries: 1 (expected 0 or 2..100000 maps",
            "at most 200");
  }
}
