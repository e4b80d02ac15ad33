package org.hamtlab.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.hamtlab.papers.page.PaperPages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final List<Claim> B1 = Papers.select(List.of("B1"));

  @TempDir private Path dir;
  private Ledger ledger;
  private Path observations;

  @BeforeEach
  void measure() throws InterruptedException {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    ledger = new Ledger(dir, out);
    observations = dir.resolve("B1/observations.jsonl");
    assertThat(ledger.measure(B1)).isTrue();
  }

  @Test
  void judgesByTheFilesAlone() throws IOException {
    assertThat(verdict()).isEqualTo(Verdict.SUPPORTED);

    replace("687212", "687213");

    assertThat(verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void measuresNothingTwice() throws IOException, InterruptedException {
    replace("687212", "687213");

    assertThat(ledger.measure(B1)).isTrue();

    assertThat(verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void saysWhatEvidenceLacks() throws IOException {
    Files.writeString(observations, "");

    Judgement judgement = ledger.judge(B1).getFirst().judgement();

    assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_TESTABLE_HERE);
    assertThat(judgement.measured()).contains("observations.jsonl", "internalNodes");
  }

  @Test
  void saysThatNothingWasMeasuredYet() throws IOException {
    Files.delete(observations);

    Judgement judgement = ledger.judge(B1).getFirst().judgement();

    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.measured()).contains("not measured yet");
  }

  @Test
  void writesPagesAboutClaimsThatWereNotMeasured() throws IOException {
    List<Path> pages =
        new PaperPages(ledger).write(Papers.all(), ledger.judge(Papers.claims()), dir);

    assertThat(pages).hasSize(1 + Papers.all().size());
    assertThat(dir.resolve("hashtriemap.html")).content().contains("Not measured yet");
  }

  @Test
  void writesPagesThatLoadNothing() throws IOException {
    List<Path> pages = new PaperPages(ledger).write(Papers.all(), ledger.judge(B1), dir);

    assertThat(pages).containsExactly(dir.resolve("index.html"), dir.resolve("mojo-hamt.html"));
    for (Path page : pages) {
      assertThat(Files.readString(page))
          .contains("SUPPORTED", "687212 internal nodes")
          .doesNotContain("<script ", "<link", "src=", "href=\"http", "url(");
    }
  }

  @Test
  void namesTheLineThatIsNoObservation() throws IOException {
    Files.writeString(observations, "{\"claim\":\"B1\"}\n", StandardOpenOption.APPEND);
    int line = Files.readAllLines(observations).size();

    Judgement judgement = ledger.judge(B1).getFirst().judgement();

    assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_TESTABLE_HERE);
    assertThat(judgement.measured())
        .startsWith(observations + ":" + line + ": not an observation (expected one JSON object")
        .contains("quantity", "Restore the file from a copy", "hamt papers --out")
        .doesNotContain("tools.jackson", "Source:", "Unrecognized", "java.");
  }

  private Verdict verdict() {
    return ledger.judge(B1).getFirst().judgement().verdict();
  }

  private void replace(String text, String other) throws IOException {
    Files.writeString(observations, Files.readString(observations).replace(text, other));
  }
}
