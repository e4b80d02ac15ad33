package org.hamtlab.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    BundleFiles files = new BundleFiles(dir);
    files.write(analysis);
    String terminal = Summary.of(files, analysis);
    String json = Files.readString(dir.resolve("analysis.json"));
    String report = Files.readString(new HtmlReport().write(dir));

    assertThat(analysis.codes())
        .extracting(Refusal::code)
        .contains("R1", "R2", "R3", "R5", "R6", "R7", "R8", "R11", "R12", "R15");
    for (Refusal code : analysis.codes()) {
      String sentence = Code.valueOf(code.code()).sentence();
      assertThat(terminal).contains("  " + code.code()).contains(sentence);
      assertThat(json).contains("\"" + code.code() + "\"", sentence.replace("\"", "\\\""));
      assertThat(report).contains("\"" + code.code() + "\"", sentence.replace("\"", "\\\""));
    }
    assertThat(terminal).contains("for one, ", "courses were not steady");
  }
}
