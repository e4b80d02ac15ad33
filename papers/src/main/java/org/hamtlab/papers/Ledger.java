package org.hamtlab.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.sweep.SweepFileRun;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.EvidenceException;
import org.hamtlab.papers.evidence.Recorder;

/**
 * Measures claims into a folder and judges them by what is there.
 *
 * <pre>
 * DIR/B1/observations.jsonl   what was observed
 * DIR/C3/bundle/              the sweep that was run
 * </pre>
 */
public final class Ledger {
  private final Path dir;
  private final PrintStream progress;

  /** A claim with its judgement. */
  public record Entry(Claim claim, Judgement judgement) {}

  /**
   * Opens a folder, be it new or not.
   *
   * @param dir the folder
   * @param progress told what is being measured
   */
  public Ledger(Path dir, PrintStream progress) {
    this.dir = dir;
    this.progress = progress;
  }

  /**
   * Measures what the folder lacks for these claims.
   *
   * @return false if it was interrupted
   */
  public boolean measure(List<Claim> claims) throws InterruptedException {
    List<String> ids = claims.stream().map(Claim::evidenceId).distinct().toList();
    for (String id : ids) {
      if (!measure(Papers.claim(id))) {
        return false;
      }
    }
    return true;
  }

  /** Judges claims by the folder's files. */
  public List<Entry> judge(List<Claim> claims) {
    List<Entry> entries = new ArrayList<>();
    for (Claim claim : claims) {
      entries.add(new Entry(claim, judge(claim)));
    }
    return entries;
  }

  /** What was measured for a claim. */
  public Evidence evidence(Claim claim) {
    return Evidence.read(dir.resolve(claim.evidenceId()));
  }

  private Judgement judge(Claim claim) {
    Path own = dir.resolve(claim.evidenceId());
    if (!isComplete(claim)) {
      return Judgement.inconclusive("R9", "not measured yet: " + own + " is not complete", null);
    }
    try {
      return claim.judge(evidence(claim));
    } catch (EvidenceException e) {
      return Judgement.notTestable(e.getMessage());
    }
  }

  /** Whether nothing is left to be measured for a claim. */
  public boolean isComplete(Claim claim) {
    return isMeasured(Papers.claim(claim.evidenceId()));
  }

  private boolean isMeasured(Claim claim) {
    Path own = dir.resolve(claim.terms().id());
    boolean isSwept = claim.sweep().isEmpty() || SweepFileRun.isComplete(Evidence.bundle(own));
    return isSwept && Evidence.isRecorded(own);
  }

  private boolean measure(Claim claim) throws InterruptedException {
    String id = claim.terms().id();
    Path own = dir.resolve(id);
    if (isMeasured(claim)) {
      return true;
    }
    if (claim.terms().kind() == Kind.MEASURED) {
      progress.println(id + ": " + claim.terms().claim());
    }
    createFolder(own);
    if (claim.sweep().isPresent() && !sweep(claim, claim.sweep().get(), own)) {
      return false;
    }
    Recorder recorder = new Recorder(id);
    claim.measure(recorder);
    new Observing(own, progress).run(claim, recorder);
    Evidence.write(own, recorder);
    return true;
  }

  private boolean sweep(Claim claim, String file, Path own) throws InterruptedException {
    Path bundle = Evidence.bundle(own);
    return SweepFileRun.isComplete(bundle)
        || SweepFileRun.run(file, text(claim, file), bundle, progress);
  }

  /** The text of a claim's sweep file. */
  public static String text(Claim claim, String file) {
    try (InputStream text = claim.getClass().getResourceAsStream(file)) {
      if (text == null) {
        throw new IllegalStateException(
            claim.terms().id() + ": resource '" + file + "' is not beside " + claim.getClass());
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
