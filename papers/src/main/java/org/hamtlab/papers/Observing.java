package org.hamtlab.papers;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.terminal.Progress;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;

/**
 * Runs a claim's replicates, each in a fresh virtual machine, with the flags of a sweep's forks.
 */
final class Observing {
  private static final int LIMIT_SECONDS = 300;
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms1g",
          "-Xmx2g",
          "-Xmn640m",
          "-Djol.magicFieldOffset=true",
          "-Djdk.attach.allowAttachSelf",
          "-XX:+EnableDynamicAgentLoading",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Path own;
  private final PrintStream progress;
  private final ChildJvm jvm = new ChildJvm();

  Observing(Path own, PrintStream progress) {
    this.own = own;
    this.progress = progress;
  }

  void run(Claim claim, Recorder recorder) throws InterruptedException {
    int replicates = claim.replicates();
    if (replicates == 0) {
      return;
    }
    try (Progress bar = Progress.begin("observe", replicates, progress)) {
      for (int replicate = 0; replicate < replicates; replicate++) {
        recorder.addAll(replicate(claim.terms().id(), replicate).observations());
        bar.step("replicate " + replicate);
      }
    }
  }

  private Recorder replicate(String id, int replicate) throws InterruptedException {
    try {
      Path scratch = Files.createTempDirectory("hamt-papers");
      try {
        ChildJvm.Outcome outcome =
            jvm.run(
                ObservingMain.class.getName(),
                FLAGS,
                List.of(id, Integer.toString(replicate), scratch.toString()),
                scratch,
                LIMIT_SECONDS);
        if (!outcome.isSuccess()) {
          throw new BundleException(
              own + ": replicate " + replicate + " of " + id + " failed: " + outcome.detail());
        }
        Recorder recorder = new Recorder(id);
        recorder.addAll(Evidence.read(scratch).observations());
        return recorder;
      } finally {
        delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
