package org.hamtlab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.FilledBundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCheckTest {
  @TempDir private Path temp;

  @Test
  void editedSamplesAreRefused() throws IOException {
    FilledBundles.write(temp, 1, 1);
    Path file = temp.resolve("samples.jsonl");
    List<String> lines = Files.readAllLines(file);
    String first = lines.getFirst();
    assertRefused(lines, first, "stands there twice (expected each once)");
    assertRefused(
        lines, first.replaceAll("\"treatment\":\"t0.\"", "\"treatment\":\"t99\""), "treatment t99");
    assertRefused(lines, first.replaceAll("\"nsPerOp\":[^,]*", "\"nsPerOp\":-5"), "nsPerOp -5.0");
    assertRefused(
        lines, first.replaceAll("\"nsPerOp\":[^,]*", "\"nsPerOp\":\"NaN\""), "nsPerOp NaN");
  }

  @Test
  void aPlanOfAnotherFormatIsRefused() throws IOException {
    FilledBundles.write(temp, 1, 1);
    Path plan = temp.resolve("plan.json");
    Files.writeString(plan, Files.readString(plan).replace("hamtlab-plan/3", "hamtlab-plan/2"));
    BundleFiles files = new BundleFiles(temp);
    Files.writeString(temp.resolve("plan.sha256"), files.planDigest() + "  plan.json\n");
    assertThatThrownBy(files::verifyPlan)
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("format 'hamtlab-plan/2' (expected hamtlab-plan/3)");
  }

  private void assertRefused(List<String> lines, String added, String message) throws IOException {
    List<String> edited = new ArrayList<>(lines);
    edited.add(added);
    Files.write(temp.resolve("samples.jsonl"), edited);
    assertThatThrownBy(() -> Analyzer.analyse(new BundleFiles(temp)))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining(message);
  }
}
