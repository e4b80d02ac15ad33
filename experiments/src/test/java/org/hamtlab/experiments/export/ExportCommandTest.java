package org.hamtlab.experiments.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.hamtlab.experiments.cli.Terminal;
import org.hamtlab.experiments.plan.TinyPlans;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.FilledBundles;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.store.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExportCommandTest {
  /** The components of a result that viewers of JMH's JSON read. */
  private static final List<String> FIELDS =
      List.of(
          "jmhVersion",
          "benchmark",
          "mode",
          "threads",
          "forks",
          "jvm",
          "jvmArgs",
          "jdkVersion",
          "vmName",
          "vmVersion",
          "warmupIterations",
          "warmupTime",
          "warmupBatchSize",
          "measurementIterations",
          "measurementTime",
          "measurementBatchSize",
          "params",
          "primaryMetric",
          "secondaryMetrics");

  private final Terminal terminal = new Terminal();
  @TempDir private Path temp;

  @Test
  void jmhHasEveryScoreByForkAndIteration() throws IOException {
    Path dir = bundle();
    JsonNode results = Json.tree(Files.readString(exported(dir, "jmh")));
    assertThat(results.size()).isEqualTo(2 * 3);
    for (JsonNode result : results) {
      assertThat(result.propertyNames()).containsExactlyElementsOf(FIELDS);
      assertThat(result.get("mode").stringValue()).isEqualTo("avgt");
      assertThat(result.get("forks").intValue()).isEqualTo(4);
      assertThat(raw(result)).isDeepEqualTo(measured(dir, result));
    }
  }

  @Test
  void jmhScoresAreThoseThatJmhComputes() throws IOException {
    JsonNode result = Json.tree(Files.readString(exported(bundle(), "jmh"))).get(0);
    JsonNode metric = result.get("primaryMetric");
    double[] scores = Arrays.stream(raw(result)).flatMapToDouble(Arrays::stream).toArray();
    double mean = Arrays.stream(scores).average().orElseThrow();
    double error = metric.get("scoreError").doubleValue();
    assertThat(metric.get("scoreUnit").stringValue()).isEqualTo("ns/op");
    assertThat(metric.get("score").doubleValue()).isCloseTo(mean, within(mean));
    assertThat(error).isPositive();
    assertThat(metric.get("scoreConfidence").get(0).doubleValue())
        .isCloseTo(mean - error, within(mean));
    assertThat(metric.get("scorePercentiles").get("100.0").doubleValue())
        .isCloseTo(Arrays.stream(scores).max().orElseThrow(), within(mean));
    assertThat(result.get("params").get("treatment").stringValue()).isEqualTo("HashMap");
    assertThat(result.get("params").get("phrase").stringValue())
        .isEqualTo("peer=java.util.HashMap");
  }

  @Test
  void tablesHoldEverySample() throws SQLException, IOException {
    Path dir = bundle();
    List<Sample> samples = new BundleFiles(dir).samples().read();
    for (String format : List.of("csv", "parquet")) {
      Path file = exported(dir, format);
      assertThat(nanos(file, format))
          .containsExactlyElementsOf(samples.stream().map(Sample::nsPerOp).toList());
    }
    List<String> csv = Files.readAllLines(temp.resolve("out.csv"));
    assertThat(csv.getFirst())
        .isEqualTo(
            String.join(
                ",",
                Arrays.stream(Sample.class.getRecordComponents())
                    .map(component -> component.getName())
                    .toList()));
  }

  @Test
  void bundleWithoutSamplesGivesAnEmptyFile() throws IOException, SQLException {
    Path dir = temp.resolve("bundle");
    Bundle.create(dir, FilledBundles.plan(), TinyPlans.environment()).close();
    assertThat(Json.tree(Files.readString(exported(dir, "jmh"))).size()).isZero();
    assertThat(nanos(exported(dir, "parquet"), "parquet")).isEmpty();
    assertThat(Files.readAllLines(exported(dir, "csv"))).hasSize(1);
  }

  @Test
  void refusesWhatItCannotWrite() throws IOException {
    Path dir = bundle();
    Path samples = dir.resolve("samples.jsonl");
    byte[] before = Files.readAllBytes(samples);
    assertThat(export(dir, "csv", samples)).isEqualTo(2);
    assertThat(export(dir, "xml", temp.resolve("x"))).isEqualTo(2);
    assertThat(export(dir, "csv", temp.resolve("none/x"))).isEqualTo(2);
    assertThat(export(dir, "jmh", temp.resolve("none/x"))).isEqualTo(2);
    assertThat(export(temp, "csv", temp.resolve("x"))).isEqualTo(2);
    assertThat(terminal.err())
        .contains("samples.jsonl' exists", "'xml' is not known (expected jmh, csv, parquet)")
        .contains("cannot be written", "not a bundle")
        .doesNotContain("\tat ");
    assertThat(samples).hasBinaryContent(before);
    assertThat(temp.toFile().list()).containsExactly("bundle");
  }

  private Path bundle() {
    Path dir = temp.resolve("bundle");
    FilledBundles.write(dir, 1, 1.5);
    return dir;
  }

  private int export(Path dir, String format, Path file) {
    return terminal.run("export", dir, "--format", format, "--out", file);
  }

  private Path exported(Path dir, String format) {
    Path file = temp.resolve("out." + format);
    assertThat(export(dir, format, file)).as(terminal.err()).isZero();
    return file;
  }

  private static double[][] raw(JsonNode result) {
    return StreamSupport.stream(result.get("primaryMetric").get("rawData").spliterator(), false)
        .map(fork ->
            IntStream.range(0, fork.size()).mapToDouble(i -> fork.get(i).doubleValue()).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] measured(Path dir, JsonNode result) {
    List<Sample> samples =
        new BundleFiles(dir)
            .samples().read().stream()
                .filter(s -> s.phase().equals(Sample.MEASURE))
                .filter(s -> result.get("benchmark").stringValue().endsWith("." + s.operation()))
                .filter(s -> result.get("params").get("keys").stringValue().equals(s.keys()))
                .filter(s -> result.get("params").get("phrase").stringValue().equals(s.phrase()))
                .toList();
    return IntStream.range(0, 4)
        .mapToObj(fork ->
            samples.stream().filter(s -> s.fork() == fork).mapToDouble(Sample::nsPerOp).toArray())
        .toArray(double[][]::new);
  }

  private static List<Double> nanos(Path file, String format) throws SQLException {
    String table = "read_" + format + "('" + file + "')";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT nsPerOp FROM " + table)) {
      List<Double> nanos = new java.util.ArrayList<>();
      while (rows.next()) {
        nanos.add(rows.getDouble(1));
      }
      return nanos;
    }
  }

  /** JMH prints some digits less than a double has. */
  private static org.assertj.core.data.Offset<Double> within(double scale) {
    return org.assertj.core.data.Offset.offset(1e-9 * scale);
  }
}
