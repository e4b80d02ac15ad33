package org.hamtlab.experiments.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.hamtlab.experiments.cli.Terminal;
import org.hamtlab.experiments.store.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CheckCommandTest {
  private static final String ID = "\"acme.xorshift-multiply\"";

  private final Terminal terminal = new Terminal();
  @TempDir private Path folder;

  @Test
  void passesTheExample() throws IOException {
    int status = terminal.run("check", AcmeJar.write(folder, ID, ID), "--json");
    assertThat(status).as(terminal.out() + terminal.err()).isZero();

    JsonNode report = Json.tree(terminal.out());
    assertThat(report.get("failed").intValue()).isZero();
    assertThat(contracts(report, "acme.xorshift-multiply"))
        .contains("hash", "map", "version")
        .doesNotContain("allocator");
    assertThat(contracts(report, "acme.last-stack")).contains("allocator", "map", "version");
    for (JsonNode contract : report.get("contracts")) {
      assertThat(contract.get("passed").intValue()).isPositive();
    }
    assertThat(report.get("contracts").get(0).get("skips").has("givesTheKnownAnswers")).isTrue();
  }

  private static Iterable<String> contracts(JsonNode report, String strategy) {
    return StreamSupport.stream(report.get("contracts").spliterator(), false)
        .filter(contract -> contract.get("strategy").stringValue().equals(strategy))
        .map(contract -> contract.get("contract").stringValue())
        .toList();
  }

  @Test
  void namesWhatAStrategyBreaksAndWhatToDo() throws IOException {
    Path jar =
        AcmeJar.write(
            folder,
            "int mixed = (int) hash;",
            "int mixed = (int) hash; if (mixed == 42) throw new IllegalStateException(\"no 42\");");

    assertThat(terminal.run("check", jar)).isEqualTo(1);
    assertThat(terminal.out())
        .contains("FAILED acme.xorshift-multiply, map contract: ")
        .contains("no 42")
        .contains("  at ")
        .contains("org.acme.hamt.xorshift.XorshiftMultiplyMixer.mix(XorshiftMultiplyMixer.java")
        .contains("Write a test that extends org.hamtlab.testkit.MapContract");
  }

  @Test
  void refusesAFileThatIsNoJar() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

    assertThat(terminal.run("check", text, folder.resolve("missing.jar"))).isEqualTo(2);
    assertThat(terminal.err())
        .contains("text.jar: ", "(expected a jar)", "missing.jar: no such file");
  }

  @Test
  void refusesAJarThatRegistersNothing() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Files.writeString(empty.resolve("text"), "text");

    assertThat(terminal.run("check", AcmeJar.jar(folder.resolve("empty.jar"), empty))).isEqualTo(2);
    assertThat(terminal.err()).contains("empty.jar: registers no strategy");
  }

  @Test
  void refusesAnIdThatIsTaken() throws IOException {
    Path jar = AcmeJar.write(folder, ID, "\"identity\"");

    assertThat(terminal.run("check", jar)).isEqualTo(2);
    assertThat(terminal.err()).contains("identity", "acme.jar");
  }
}
