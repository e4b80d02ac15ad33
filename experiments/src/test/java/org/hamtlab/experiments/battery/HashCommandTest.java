package org.hamtlab.experiments.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hamtlab.config.Axis;
import org.hamtlab.experiments.cli.Main;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HashCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void givesOneObjectWithEveryResult() {
    Path page = folder.resolve("page.html");
    assertThat(run("hash", "triple32", "constant{value=7}", "--json", "--out", page.toString()))
        .isOne();

    List<?> mixers = (List<?>) Json.parse(out.toString(), Map.class).get("mixers");
    assertThat(mixers).extracting("mixer").containsExactly("triple32", "constant{value=7}");
    Map<?, ?> judged =
        (Map<?, ?>) ((List<?>) ((Map<?, ?>) mixers.getFirst()).get("judgements")).getFirst();
    assertThat(judged.get("bits")).isEqualTo(32);
    assertThat(judged.get("fail")).isEqualTo(0);
    assertThat((List<?>) judged.get("outcomes")).hasSize((Integer) judged.get("tests"));
    Map<?, ?> bad =
        (Map<?, ?>) ((List<?>) ((Map<?, ?>) mixers.get(1)).get("judgements")).getFirst();
    assertThat((Integer) bad.get("fail")).isGreaterThan(100);
    assertThat(page).exists();
  }

  @Test
  void printsATableAndTellsWhereThePageIs() throws Exception {
    Path page = folder.resolve("new/page.html");
    assertThat(run("hash", "triple32", "--out", page.toString())).isZero();
    assertThat(out.toString())
        .contains("triple32 at 32 bits, verification ", "-log2 p", "equal before mixing", "K5")
        .contains("Heat maps: " + page);
    String namespace = "http://www.w3.org/2000/svg";
    assertThat(Files.readString(page).replace(namespace, ""))
        .contains("\"mixer\":\"triple32\"", "\"flips\":[[")
        .doesNotContain("http://", "https://", "src=", "@import", "fetch(");
  }

  @Test
  void refusesAMixerThatIsNotInstalled() {
    assertThat(run("hash", "murmur3")).isEqualTo(2);
    assertThat(err.toString()).contains("'murmur3' is not installed").contains("murmur3-fmix32");
  }

  @Test
  void refusesAPlaceForThePageBeforeItBegins() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(run("hash", "triple32", "--out", folder.toString())).isEqualTo(2);
    assertThat(run("hash", "triple32", "--out", file.resolve("page.html").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("expected a file, in a folder").doesNotContain("at org.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void testsMixersOfThirdParties() {
    List<StrategyProvider> providers = new ArrayList<>(List.of(new NoProvider()));
    for (Axis axis : Axis.values()) {
      providers.addAll(Installed.REGISTRY.providers(axis));
    }
    Registry registry = Registry.of(providers, Installed.REGISTRY.presets());
    BatteryReport report =
        new Battery(registry).report(registry.selection(Axis.HASH, "acme.product"));
    assertThat(report.hasFailed()).isTrue();
    assertThat(report.source()).isEqualTo("acme");
    assertThat(report.adversary())
        .hasSize(8)
        .allSatisfy(cost -> assertThat(cost.wrongAnswers()).as(cost.keys()).isZero());
    String page = BatteryPage.html(List.of(report));
    assertThat(page).contains("acme.product");
  }
}
