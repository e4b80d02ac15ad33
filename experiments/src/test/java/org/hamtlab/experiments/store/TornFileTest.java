package org.hamtlab.experiments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.hamtlab.experiments.plan.TinyPlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of samples that ends at any byte, or cannot be written. */
class TornFileTest {
  @TempDir private Path temp;

  @Test
  void fileTornAtAnyByteKeepsItsWholeLinesOnce() throws IOException {
    List<Sample> samples = samples(1).subList(0, 3);
    new BundleFiles(temp).samples().dropTrailing(sample -> !samples.contains(sample));
    byte[] whole = Files.readAllBytes(temp.resolve("samples.jsonl"));
    JsonLines<Sample> file = new BundleFiles(temp).samples();
    for (int length = 0; length <= whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      Files.write(temp.resolve("samples.jsonl"), torn);
      int lines = lines(torn);
      assertThat(file.repair().isPresent()).isEqualTo(length > 0 && torn[length - 1] != '\n');
      assertThat(file.read()).isEqualTo(samples.subList(0, lines));
      if (length % 8 == 0) {
        file.append(samples.subList(lines, samples.size()));
        assertThat(temp.resolve("samples.jsonl")).hasBinaryContent(whole);
      }
    }
  }

  @Test
  void bundleTornNearAnyLineFeedOrWithinALineKeepsEveryForkThatEndedAndLacksTheOthers()
      throws IOException {
    samples(2);
    Path file = temp.resolve("samples.jsonl");
    byte[] whole = Files.readAllBytes(file);
    List<Sample> samples = new BundleFiles(temp).samples().read();
    Plan plan = new BundleFiles(temp).plan();
    int perFork = plan.samplesPerFork("t00");
    int planned = plan.treatments().size() * plan.blocks().size();
    for (int length = 0; length <= whole.length; length = next(whole, length)) {
      byte[] torn = Arrays.copyOf(whole, length);
      Files.write(file, torn);
      int ended = lines(torn) / perFork;
      try (Bundle bundle = Bundle.open(temp)) {
        boolean isWhole =
            ended * perFork == lines(torn) && (length == 0 || torn[length - 1] == '\n');
        assertThat(bundle.notices().isEmpty()).isEqualTo(isWhole);
        assertThat(bundle.files().samples().read()).isEqualTo(samples.subList(0, ended * perFork));
        assertThat(Remaining.of(bundle.files()).forks()).hasSize(planned - ended);
      }
    }
  }

  @Test
  void pageThatWasNeverWrittenIsCutOffWithWhatFollows() throws IOException {
    List<Sample> samples = samples(1);
    byte[] bytes = Files.readAllBytes(temp.resolve("samples.jsonl"));
    int hole = new String(bytes, StandardCharsets.UTF_8).indexOf('\n') + 5;
    Arrays.fill(bytes, hole, hole + 600, (byte) 0);
    Files.write(temp.resolve("samples.jsonl"), bytes);
    JsonLines<Sample> file = new BundleFiles(temp).samples();
    assertThat(file.repair()).get().asString().contains("removed a torn last line");
    assertThat(file.read()).isEqualTo(samples.subList(0, 1));
  }

  @Test
  void nothingIsAppendedBehindATornLine() throws IOException {
    List<Sample> samples = samples(1);
    Path file = temp.resolve("samples.jsonl");
    Files.writeString(file, "{\"run\":", StandardOpenOption.APPEND);
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> new BundleFiles(temp).samples().append(samples))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("its last line is torn");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void fileThatTakesNoMoreKeepsWhatItHadAndTheFaultSaysSo() throws Exception {
    List<Sample> samples = samples(1);
    Path file = temp.resolve("samples.jsonl");
    byte[] before = Files.readAllBytes(file);
    // The shell counts blocks of 512 bytes; the append begins within the limit and ends beyond it.
    int blocks = before.length / 512 + 2;
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f " + blocks + " && exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AppendingMain.class.getName(),
                temp.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said).contains("samples.jsonl: cannot append", "Nothing was half-written");
    assertThat(file).hasBinaryContent(before);
    assertThat(new BundleFiles(temp).samples().read()).isEqualTo(samples);
  }

  @Test
  void folderWhosePlanWasNeverFrozenCanBeBegunAgain() throws IOException {
    for (String name : BundleFiles.BEGUN) {
      Files.writeString(temp.resolve(name), "{");
    }
    Plan plan = FilledBundles.plan();
    Bundle.create(temp, plan, TinyPlans.environment()).close();
    try (Bundle bundle = Bundle.open(temp)) {
      assertThat(bundle.plan()).isEqualTo(plan);
    }
    assertThat(temp.toFile().list()).doesNotContain("plan.json.part");
  }

  @Test
  void fileThatCannotBeOpenedIsNamed() throws IOException {
    List<Sample> samples = samples(1);
    Files.delete(temp.resolve("samples.jsonl"));
    Files.createDirectory(temp.resolve("samples.jsonl"));
    assertThatThrownBy(() -> new BundleFiles(temp).samples().append(samples))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("samples.jsonl: cannot append")
        .hasMessageContaining("Nothing was half-written");
    assertThatThrownBy(() -> Bundle.open(temp))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("samples.jsonl: cannot be read");
  }

  @Test
  void folderWithoutWritePermissionIsNamedAndStaysAsItWas() throws IOException {
    samples(1);
    byte[] before = Files.readAllBytes(temp.resolve("samples.jsonl"));
    Path lock = temp.resolve(".lock");
    assumeThat(lock.toFile().setWritable(false) && !Files.isWritable(lock))
        .as("the superuser may write everything")
        .isTrue();
    assertThatThrownBy(() -> Bundle.open(temp))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("cannot be written");
    assertThat(temp.resolve("samples.jsonl")).hasBinaryContent(before);
  }

  @Test
  void fileSystemThatTakesNoFolderIsRefusedBeforeAnythingIsWritten() {
    Path dir = Path.of("/proc/hamtlab");
    assumeThat(Path.of("/proc/self")).exists();
    assertThatThrownBy(() -> Bundle.create(dir, FilledBundles.plan(), TinyPlans.environment()))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("/proc/hamtlab: ")
        .hasMessageContaining("hoose another folder");
    assertThat(dir).doesNotExist();
  }

  private List<Sample> samples(int forks) {
    FilledBundles.write(temp, 1, 1);
    JsonLines<Sample> file = new BundleFiles(temp).samples();
    int keep = forks * new BundleFiles(temp).plan().samplesPerFork("t00");
    List<Sample> some = file.read().subList(0, keep);
    file.dropTrailing(sample -> !some.contains(sample));
    return List.copyOf(some);
  }

  /** The next length: every one around a line feed, some of those between. */
  private static int next(byte[] bytes, int at) {
    int far = Math.min(at + 2 + at % 17, bytes.length + 1);
    for (int i = Math.max(0, at - 1); i < Math.min(bytes.length, far + 2); i++) {
      if (bytes[i] == '\n') {
        return Math.max(at + 1, i - 1);
      }
    }
    return far;
  }

  private static int lines(byte[] bytes) {
    int lines = 0;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }
}
