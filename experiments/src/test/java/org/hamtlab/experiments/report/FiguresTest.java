package org.hamtlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hamtlab.experiments.report.figure.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  @TempDir private Path dir;

  @Test
  void writesEveryFigureThriceFromOneBundle() {
    List<Path> written = written();

    assertThat(written.stream().map(file -> file.getFileName().toString()))
        .contains(
            "ratio-get-hit-shuffled-1000.svg",
            "front-put-shuffled-1000.tex",
            "shape-t0000-shuffled-1000.csv")
        .hasSize(3 * 6);
    assertThat(written).allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }

  @Test
  void drawsSvgThatAParserTakes() throws Exception {
    var builder = DocumentBuilderFactory.newInstance();
    builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    for (Path file : written()) {
      if (file.toString().endsWith(".svg")) {
        var svg = builder.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        assertThat(svg.getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("text").getLength()).isGreaterThan(5);
      }
    }
  }

  @Test
  void namesInTexTheNumbersBesideIt() throws IOException {
    written();
    String tex = Files.readString(dir.resolve("figures/ratio-get-hit-shuffled-1000.tex"));
    List<String> csv = Files.readAllLines(dir.resolve("figures/ratio-get-hit-shuffled-1000.csv"));

    assertThat(tex).contains("{ratio-get-hit-shuffled-1000.csv}", "xmode=log", "xtick={", "95 \\%");
    assertThat(csv).hasSize(1 + 12);
    assertThat(csv.getFirst()).isEqualTo("s,id,x,low,high,y,minus,plus");
    assertThat(csv.get(1)).startsWith("0,t0000,1.00000,0.950000,1.05000,11.0000,0.0500000,");
  }

  @Test
  void expectsOfAUniformHashAsManyLeavesAsKeys() throws IOException {
    written();
    double expected =
        Files.readAllLines(dir.resolve("figures/shape-t0000-shuffled-1000.csv")).stream()
            .filter(row -> row.startsWith("1,"))
            .mapToDouble(row -> Double.parseDouble(row.split(",")[5]))
            .sum();

    assertThat(expected).isBetween(999.0, 1000.0);
  }

  @Test
  void letsTexBreakNamesOfTreatments() throws IOException {
    written();

    assertThat(Files.readString(dir.resolve("figures/ratio-put-shuffled-1000.tex")))
        .contains("yticklabel style=", "text width=")
        .doesNotContain("\n\n");
  }

  private List<Path> written() {
    Path bundle = dir.resolve("bundle");
    GeneratedBundle.write(bundle, 12);
    return Figures.write(bundle, dir.resolve("figures"));
  }
}
