package org.hamtlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.hamtlab.experiments.page.PageParts;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.sweep.BundleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">([^<]*)</script>");
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script[^>]*>.*?</script>");

  @TempDir private Path dir;

  @Test
  void isFoundAsTheReportOfASweep() {
    assertThat(ServiceLoader.load(BundleReport.class)).hasAtLeastOneElementOfType(HtmlReport.class);
  }

  @Test
  void carriesEveryTreatmentExclusionFailureAndCell() throws IOException {
    SmallBundle.write(dir);
    BundleFiles files = new BundleFiles(dir);

    Content content = content(page());

    assertThat(content.plan()).isEqualTo(files.plan());
    assertThat(content.plan().treatments()).hasSize(2);
    assertThat(content.plan().exclusions()).hasSize(1);
    assertThat(content.failures()).isEqualTo(files.failures().read()).hasSize(1);
    assertThat(content.analysis()).isEqualTo(files.analysis().orElseThrow());
    assertThat(content.analysis().cells()).hasSize(2);
  }

  @Test
  void loadsNothing() throws IOException {
    SmallBundle.write(dir);

    String page = page();

    String markup = SCRIPT.matcher(page).replaceAll("");
    assertThat(markup).doesNotContainPattern("(?i)\\b(src|href)\\s*=|@import|url\\(|https?:|<link");
    assertThat(page).doesNotContainPattern("(?i)<script[^>]*\\ssrc");
    assertThat(HtmlReport.script())
        .doesNotContainPattern(
            "https?:(?!//www.w3.org/2000/svg')|\\bfetch\\(|XMLHttpRequest|import\\(");
  }

  @Test
  void leavesNoTextOfTheBundleInTheMarkup() throws IOException {
    SmallBundle.write(dir);

    String page = page();

    assertThat(page).doesNotContain(SmallBundle.HOSTILE);
    assertThat(SCRIPT.matcher(page).replaceAll("")).doesNotContain("onerror", "'hostile'");
    assertThat(content(page).plan().exclusions().getFirst().phrase())
        .isEqualTo(SmallBundle.HOSTILE);
  }

  @Test
  void setsTextAsTextOnly() {
    assertThat(HtmlReport.script())
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write");
  }

  @Test
  void keepsDataFromEndingItsElement() {
    String json = "{\"phrase\":\"</script><!-- x\"}";

    String embedded = PageParts.embedded(json);

    assertThat(embedded).doesNotContain("<");
    assertThat(Json.parse(embedded, Map.class)).isEqualTo(Map.of("phrase", "</script><!-- x"));
  }

  @Test
  void replacesAnEarlierReportAndLeavesNothingBeside() throws IOException {
    SmallBundle.write(dir);
    Files.writeString(dir.resolve("report.html"), "old");

    assertThat(page()).startsWith("<!DOCTYPE html>");
    try (var files = Files.list(dir)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("report"))
          .containsExactly("report.html");
    }
  }

  @Test
  void asksForAnAnalysisWhereThereIsNone() throws IOException {
    SmallBundle.write(dir);
    Files.delete(dir.resolve("analysis.json"));

    assertThatThrownBy(this::page)
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("hamt report " + dir);
  }

  private record Content(Plan plan, Analysis analysis, List<Failure> failures) {}

  private String page() throws IOException {
    return Files.readString(new HtmlReport().write(dir));
  }

  private static Content content(String page) {
    var matcher = DATA.matcher(page);
    assertThat(matcher.find()).isTrue();
    Map<?, ?> data = Json.parse(matcher.group(1), Map.class);
    return new Content(
        Json.parse(Json.line(data.get("plan")), Plan.class),
        Json.parse(Json.line(data.get("analysis")), Analysis.class),
        ((List<?>) data.get("failures"))
            .stream().map(f -> Json.parse(Json.line(f), Failure.class)).toList());
  }
}
