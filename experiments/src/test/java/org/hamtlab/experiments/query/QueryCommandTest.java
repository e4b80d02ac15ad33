package org.hamtlab.experiments.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hamtlab.experiments.analysis.Analyzer;
import org.hamtlab.experiments.cli.Terminal;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.FilledBundles;
import org.hamtlab.experiments.store.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class QueryCommandTest {
  private final Terminal terminal = new Terminal();
  @TempDir private Path temp;

  @Test
  void countsSamplesByTreatment() {
    Path dir = bundle("a", 1);
    int samples = 4 * FilledBundles.plan().samplesPerFork("t00");
    JsonNode rows =
        json(dir, "select treatment, count(*) n from samples group by all order by all");
    assertThat(rows.findValuesAsString("treatment")).containsExactly("t00", "t01");
    assertThat(rows.findValues("n")).extracting(JsonNode::intValue).containsOnly(samples);
  }

  @Test
  void joinsSamplesWithThePlan() {
    Path dir = bundle("a", 1);
    JsonNode rows =
        json(
            dir,
            "select label, count(distinct fork) forks from samples"
                + " join treatments on samples.treatment = treatments.id group by all order by 1");
    assertThat(rows.findValuesAsString("label")).containsExactly("HashMap", "LinkedHashMap");
    assertThat(rows.findValuesAsString("forks")).containsExactly("4", "4");
  }

  @Test
  void answersFromDerivedResults() {
    Path dir = bundle("a", 2);
    BundleFiles files = new BundleFiles(dir);
    files.write(Analyzer.analyse(files));
    JsonNode rows =
        json(dir, "select claim, round(min(ratio)) r from cells where treatment='t01' group by 1");
    assertThat(rows.toString()).isEqualTo("[{\"claim\":\"slower\",\"r\":2.0}]");
    assertThat(json(dir, "select code from refusals").findValuesAsString("code")).contains("R6");
  }

  @Test
  void severalBundlesStandInOneTable() {
    bundle("a", 1);
    bundle("b", 1);
    String sql = "select bundle, count(*) n from gate group by 1 order by 1";
    assertThat(terminal.run("query", temp.resolve("a"), temp.resolve("b"), sql)).isZero();
    assertThat(terminal.out()).contains("bundle  n", "a       2", "b       2", "(2 rows)");
    Terminal pattern = new Terminal();
    assertThat(pattern.run("query", temp + "/*", sql)).isZero();
    assertThat(pattern.out()).isEqualTo(terminal.out());
  }

  @Test
  void emptyBundleHasEveryTableAndColumn() {
    Path dir = temp.resolve("empty");
    Bundle.create(dir, FilledBundles.plan(), TinyPlans.environment()).close();
    for (View view : View.ALL) {
      assertThat(terminal.run("query", dir, "select * from " + view.name()))
          .as(view.name())
          .isZero();
    }
    assertThat(terminal.out()).contains("nsPerOp", "internalNodes", "slotsGranted", "ratioLow");
    assertThat(json(dir, "select count(*) n from samples").toString()).isEqualTo("[{\"n\":0}]");
  }

  @Test
  void listsTables() {
    Path dir = bundle("a", 1);
    assertThat(terminal.run("query", dir, "--tables")).isZero();
    assertThat(terminal.out())
        .contains("samples      bundle run block treatment phrase operation keys n fork phase");
    Terminal csv = new Terminal();
    assertThat(csv.run("query", dir, "--tables", "--csv")).isZero();
    assertThat(csv.out())
        .contains("samples,nsPerOp,DOUBLE", "treatments,levels,\"MAP(VARCHAR, VARCHAR)\"");
  }

  @Test
  void writesCommaSeparatedValues() {
    Path dir = bundle("a", 1);
    String sql =
        "select 'a \"b\", c' text, [1, 2] list, null nothing, id from treatments order by 4";
    assertThat(terminal.run("query", "--csv", dir, sql)).isZero();
    assertThat(terminal.out())
        .isEqualTo(
            "text,list,nothing,id\r\n"
                + "\"a \"\"b\"\", c\",\"[1,2]\",,t00\r\n"
                + "\"a \"\"b\"\", c\",\"[1,2]\",,t01\r\n");
  }

  @Test
  void nestedValuesStayNestedInJson() {
    JsonNode rows = json(bundle("a", 1), "select timing, jvmFlags, keySets from plan");
    assertThat(rows.get(0).get("timing").get("iterations").intValue()).isEqualTo(2);
    assertThat(rows.get(0).get("jvmFlags").get(0).stringValue()).isEqualTo("-XX:+UseSerialGC");
    assertThat(rows.get(0).get("keySets").get(0).get("n").intValue()).isEqualTo(200);
  }

  @Test
  void countsHaveColumnsOfLocalityWhichOlderLinesLack() throws IOException {
    Path dir = bundle("a", 1);
    List<Count> counts = FilledCounts.withAndWithoutLocality();
    new BundleFiles(dir).counts().append(counts);
    Path file = dir.resolve("counts.jsonl");
    Files.writeString(file, Files.readString(file).replace(",\"locality\":{}", ""));
    assertThat(new BundleFiles(dir).counts().read()).isEqualTo(counts);
    JsonNode rows =
        json(
            dir,
            "select treatment, linesPerPath.p99 lines, reuseDistance.max far,"
                + " blockMap.kinds[1].kind kind from counts order by 1");
    assertThat(rows.toString())
        .isEqualTo(
            "[{\"treatment\":\"t00\",\"lines\":7,\"far\":30,\"kind\":\"branch\"},"
                + "{\"treatment\":\"t01\",\"lines\":null,\"far\":null,\"kind\":null}]");
  }

  @Test
  void badSqlShowsTheReasonAndTheTables() {
    assertThat(terminal.run("query", bundle("a", 1), "select nsPerOpp from samples")).isEqualTo(2);
    assertThat(terminal.err()).contains("nsPerOpp", "samples(bundle, run, ", "counts(");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void noStatementWritesABundle() throws IOException {
    Path dir = bundle("a", 1);
    Map<String, String> before = digests(dir);
    List<String> attempts =
        List.of(
            "copy samples to '" + dir.resolve("samples.jsonl") + "' (format json)",
            "copy samples to '" + dir.resolve("new.csv") + "'",
            "attach '" + dir.resolve("new.db") + "'; create table new.t as select 1",
            "export database '" + dir + "'",
            "set enable_external_access = true",
            "drop table samples",
            "delete from samples",
            "create table mine as select 1",
            "insert into gate select * from gate returning *",
            "select * from read_text('" + dir.resolve("plan.json") + "')");
    for (String attempt : attempts) {
      assertThat(terminal.run("query", dir, attempt)).as(attempt).isEqualTo(2);
    }
    assertThat(digests(dir)).isEqualTo(before);
    assertThat(terminal.err()).contains("read-only");
  }

  @Test
  void everyStatementThatReadsIsAnswered() {
    Path dir = bundle("a", 1);
    for (String sql :
        List.of(
            "describe samples",
            "summarize gate",
            "show tables",
            "with one as (select 1) from one",
            "explain select 1",
            "values (1)")) {
      assertThat(terminal.run("query", dir, sql)).as(sql).isZero();
    }
  }

  @Test
  void refusesAPlanThatWasChangedAfterItWasFrozen() throws IOException {
    Path dir = bundle("a", 1);
    Path plan = dir.resolve("plan.json");
    Files.writeString(plan, Files.readString(plan).replace("LinkedHashMap", "TreeMap"));
    assertThat(terminal.run("query", dir, "select 1")).isEqualTo(2);
    assertThat(terminal.err()).contains("plan.json: SHA-256 ", "changed after it was frozen");
    Terminal export = new Terminal();
    assertThat(export.run("export", dir, "--format", "csv", "--out", temp.resolve("x.csv")))
        .isEqualTo(2);
    assertThat(export.err()).contains("changed after it was frozen");
  }

  @Test
  void lineThatIsBeingAppendedIsNotRead() throws IOException {
    Path dir = bundle("a", 1);
    Path samples = dir.resolve("samples.jsonl");
    String all = "select count(*) n from samples";
    String before = json(dir, all).toString();
    Files.writeString(samples, "{\"run\":\"run-1\",\"blo", StandardOpenOption.APPEND);
    assertThat(json(dir, all).toString()).isEqualTo(before);
    assertThat(Files.readString(samples)).endsWith("blo");
  }

  @Test
  void readsFilesOfLinesThatOthersAdd() throws IOException {
    Path dir = bundle("a", 1);
    Files.writeString(dir.resolve("weather.jsonl"), "{\"steal\":0.5}\n{\"steal\":1.5}\n");
    bundle("b", 1);
    JsonNode rows = json(dir, "select bundle, sum(steal) steal from weather group by 1");
    assertThat(rows.toString()).isEqualTo("[{\"bundle\":\"a\",\"steal\":2.0}]");
    assertThat(terminal.run("query", temp + "/*", "select * from weather")).isZero();
  }

  @Test
  void namesABrokenFile() throws IOException {
    Path dir = bundle("a", 1);
    Files.writeString(dir.resolve("gate.jsonl"), "not json\n");
    assertThat(terminal.run("query", dir, "select 1")).isEqualTo(2);
    assertThat(terminal.err()).contains("gate.jsonl").doesNotContain("\tat ");
  }

  @Test
  void refusesWhatIsNoBundle() {
    assertThat(terminal.run("query", temp, "select 1")).isEqualTo(2);
    assertThat(terminal.run("query", temp + "/x*", "select 1")).isEqualTo(2);
    assertThat(terminal.run("query", bundle("a", 1))).isEqualTo(2);
    assertThat(terminal.err())
        .contains("not a bundle (expected plan.json)", "matches no bundle", "the SQL is missing");
  }

  private Path bundle(String name, double factor) {
    Path dir = temp.resolve(name);
    FilledBundles.write(dir, 1, factor);
    return dir;
  }

  private JsonNode json(Path dir, String sql) {
    Terminal own = new Terminal();
    assertThat(own.run("query", "--json", dir, sql)).as(own.err()).isZero();
    return Json.tree(own.out());
  }

  private static Map<String, String> digests(Path dir) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.list(dir)) {
      for (Path file : files.toList()) {
        digests.put(file.getFileName().toString(), BundleFiles.sha256(Files.readAllBytes(file)));
      }
    }
    return digests;
  }
}
