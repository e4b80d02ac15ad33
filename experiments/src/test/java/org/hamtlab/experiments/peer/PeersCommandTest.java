package org.hamtlab.experiments.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.cli.Main;
import org.hamtlab.experiments.store.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PeersCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void explainsItself() {
    assertThat(run("peers", "--help")).isZero();
    assertThat(out.toString())
        .contains(
            "ratios of times with 95 %", "--sizes", "--ops", "--json", "unified-map", "update");
  }

  @Test
  void refusesWrongUseWithStatus2AndTheRemedy(@TempDir Path folder) throws Exception {
    Path existing = Files.createFile(folder.resolve("samples.jsonl"));

    assertThat(run("peers", "--ops", "hit,unoin")).isEqualTo(2);
    assertThat(run("peers", "--sizes", "1")).isEqualTo(2);
    assertThat(run("peers", "--sizes", "lots")).isEqualTo(2);
    assertThat(run("peers", "--keys", "random,longs")).isEqualTo(2);
    assertThat(run("peers", "--peers", "closure")).isEqualTo(2);
    assertThat(run("peers", "peer=nobody")).isEqualTo(2);
    assertThat(run("peers", "allocator=pol")).isEqualTo(2);
    assertThat(run("peers", "layout=tagged-int allocator=gc")).isEqualTo(2);
    assertThat(run("peers", "--forks", "0")).isEqualTo(2);
    assertThat(run("peers", "--out", existing.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "'unoin' is not a known operation (expected one of hit, miss",
            "Did you mean 'union'?",
            "size '1' (expected 2..10000000 entries",
            "size 'lots'",
            "'longs' is not a known kind of keys",
            "Did you mean 'clojure'?",
            "'nobody' is not a peer (expected one of bifurcan, clojure",
            "Did you mean 'pool'?",
            "allocator gc needs object slots",
            "--forks 0 (expected at least 1)",
            "exists (expected a new file)");
  }

  @Test
  void printsOneObjectACellAndShowsWhatAPeerLacks(@TempDir Path folder) throws Exception {
    Path raw = folder.resolve("samples.jsonl");

    int status =
        run(
            "peers",
            "layout=tagged-int allocator=arena",
            "--peers",
            "kotlinx,java.util.HashMap",
            "--ops",
            "put,footprint",
            "--sizes",
            "300",
            "--keys",
            "random",
            "--quick",
            "--json",
            "--out",
            raw.toString());

    assertThat(status).as(err.toString()).isZero();
    List<Map<?, ?>> cells = out.toString().lines().<Map<?, ?>>map(PeersCommandTest::parse).toList();
    assertThat(cells).hasSize(2 + 2 * 2);
    Map<?, ?> measured = cells.getFirst();
    assertThat(measured.keySet().stream().map(Object::toString))
        .contains(
            "op",
            "size",
            "keys",
            "subject",
            "peer",
            "ratio",
            "ciLow",
            "ciHigh",
            "nsSubject",
            "nsPeer",
            "samples");
    assertThat(measured.get("peer")).isEqualTo("kotlinx");
    assertThat(number(measured, "ciLow")).isLessThanOrEqualTo(number(measured, "ratio"));
    assertThat(number(measured, "ciHigh")).isGreaterThanOrEqualTo(number(measured, "ratio"));
    assertThat(number(measured, "ratio"))
        .isCloseTo(
            number(measured, "nsSubject") / number(measured, "nsPeer"),
            org.assertj.core.data.Percentage.withPercentage(0.001));
    assertThat(number(measured, "evacuations")).isGreaterThanOrEqualTo(20);
    assertThat(cells.get(1).get("ratio")).isNull();
    assertThat(cells.get(1).get("lacks")).isEqualTo("java.util.HashMap has no such operation");
    assertThat(cells.subList(2, 6))
        .allSatisfy(cell -> assertThat(number(cell, "bytesSubject")).isBetween(8.0, 200.0));
    assertThat(Files.readAllLines(raw)).hasSize(2 * 3);
  }

  private static Map<?, ?> parse(String line) {
    return Json.parse(line, Map.class);
  }

  private static double number(Map<?, ?> cell, String field) {
    return ((Number) cell.get(field)).doubleValue();
  }
}
