package org.hamtlab.papers;

import java.nio.file.Path;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;

/** Observes one replicate of one claim: what runs inside a fresh virtual machine. */
public final class ObservingMain {
  private ObservingMain() {}

  /** Takes the claim's id, the replicate's number and the folder to write into. */
  public static void main(String[] args) {
    Recorder recorder = new Recorder(args[0]);
    Papers.claim(args[0]).observe(Integer.parseInt(args[1]), recorder);
    Evidence.write(Path.of(args[2]), recorder);
  }
}
