package org.hamtlab.experiments.sweep.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hamtlab.experiments.analysis.SyntheticBundle;
import org.hamtlab.experiments.analysis.refusal.Code;
import org.hamtlab.experiments.report.HtmlReport;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.hamtlab.experiments.store.BundleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refusal that stands anywhere is shown with code, sentence and reason in every output. */
class RefusalsShownTest {
  @TempDir private Path dir;

  @Test
  void terminalJsonAndReportShowCodeSentenceAndReason() throws IOException {
    Analysis analysis =
        SyntheticBundle.of("hash=a", "layout.span=5", "layout.memory=heap")
            .treatment(1.01, "hash=b", "layout.span=5", "layout.memory=heap")
            .treatment(1.3, "hash=b", "layout.span=6", "layout.memory=heap")
            .treatment(1.3, "hash=a", "layout.span=6", "layout.memory=heap")
            .treatment(0.7, "hash=a", "layout.span=5", "layout.memory=native")
            .treatment(1.5, "hash=c", "layout.span=5", "layout.memory=heap")
            .twin(1.03)
            .count("t00", 310, 9000, 0, 0)
            .course("t03", 1, 1, 1, 1, 1, 1.5, 1.5)
            .analyse(dir);
    assertThat(analysis.codes())
        .extracting(Refusal::code)
        .contains("R1", "R2", "R3", "R5", "R6", "R7", "R8", "R11", "R12", "R15");
    assertThat(shown(analysis)).contains("for one, ", "courses were not steady");
  }

  @Test
  void soAreThoseOfAblationsAndAliasedDesigns() throws IOException {
    Analysis analysis =
        SyntheticBundle.of("hash=a", "layout=a")
            .plan("design", "ablation")
            .plan("confounded", List.of("hash = layout × allocator"))
            .treatment(1.3, "hash=b", "layout=a")
            .treatment(1.3, "hash=a", "layout=b")
            .treatment(1.35, "hash=b", "layout=b")
            .analyse(dir);
    assertThat(analysis.codes()).extracting(Refusal::code).contains("R4", "R13");
    assertThat(shown(analysis)).contains("The design is aliased: hash = layout × allocator");
  }

  @Test
  void soAreThoseOfTooFewForks() throws IOException {
    Analysis analysis = SyntheticBundle.of("hash=a").blocks(2).treatment(3, "hash=b").analyse(dir);
    assertThat(analysis.codes()).extracting(Refusal::code).contains("R9");
    assertThat(shown(analysis)).contains("nothing can be claimed");
  }

  /** What the terminal shows; every code stands in it, in the JSON and in the report. */
  private String shown(Analysis analysis) throws IOException {
    BundleFiles files = new BundleFiles(dir);
    files.write(analysis);
    String terminal = Summary.of(files, analysis);
    String json = Files.readString(dir.resolve("analysis.json"));
    String report = Files.readString(new HtmlReport().write(dir));

    for (Refusal code : analysis.codes()) {
      String sentence = Code.valueOf(code.code()).sentence();
      assertThat(terminal).contains("  " + code.code()).contains(sentence);
      assertThat(json).contains("\"" + code.code() + "\"", sentence.replace("\"", "\\\""));
      assertThat(report).contains("\"" + code.code() + "\"", sentence.replace("\"", "\\\""));
    }
    return terminal;
  }
}
