package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.fork.Children;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.Remaining;

/**
 * The stages of a sweep after its plan is frozen: gate and count on all cores, then measure one
 * fork at a time. It does what the bundle lacks, so a new sweep and a resumed one are the same.
 */
public final class SweepRun {
  private final Bundle bundle;
  private final Share share;
  private final Children children;
  private final Interruption interruption;
  private final PrintStream out;
  private final int probeLimitSeconds;

  SweepRun(
      Bundle bundle,
      Share share,
      Children children,
      Interruption interruption,
      PrintStream out,
      int probeLimitSeconds) {
    this.bundle = bundle;
    this.share = share;
    this.children = children;
    this.interruption = interruption;
    this.out = out;
    this.probeLimitSeconds = probeLimitSeconds;
  }

  /**
   * Runs what is missing; false if it was interrupted, or the disk took no more. What was written
   * until then is whole.
   */
  static boolean run(Bundle bundle, PrintStream out, int probeLimitSeconds)
      throws InterruptedException {
    return run(bundle, new Share.Whole(), out, probeLimitSeconds);
  }

  /** The same for a part of the plan. */
  public static boolean run(Bundle bundle, Share share, PrintStream out, int probeLimitSeconds)
      throws InterruptedException {
    try (Interruption interruption = new Interruption(bundle.files().dir(), out)) {
      return run(bundle, share, interruption, out, probeLimitSeconds);
    }
  }

  /** The same inside a command that can be interrupted before and after it, too. */
  public static boolean run(
      Bundle bundle, Share share, Interruption interruption, PrintStream out, int probeLimitSeconds)
      throws InterruptedException {
    ChildJvm jvm = new ChildJvm();
    interruption.begin(jvm);
    try (Children children = new Children(bundle.files(), jvm)) {
      return new SweepRun(bundle, share, children, interruption, out, probeLimitSeconds).run();
    } catch (BundleException | UncheckedIOException e) {
      out.println(e.getMessage());
      String resume = Launcher.command("resume", bundle.files().dir().toString());
      out.println("Stopped. Then continue with: " + resume);
      return false;
    } finally {
      interruption.idle();
    }
  }

  boolean run() throws InterruptedException {
    Remaining remaining = Remaining.of(bundle.files());
    Thread preparation = prepare(remaining.forks().size());
    if (!remaining.probes().isEmpty()) {
      new Probing(bundle, children, interruption, probeLimitSeconds).run(remaining.probes(), out);
    }
    preparation.join();
    if (!interruption.isRequested()) {
      new Measuring(bundle.files(), share, children, interruption, StoppingRule.ofAnalysis())
          .run(out);
    }
    return !interruption.isRequested();
  }

  /** Beside the gate, since it is a fork that nobody times. */
  private Thread prepare(int forks) {
    return Thread.ofPlatform()
        .start(() -> {
          try {
            children.prepare(forks);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (BundleException | UncheckedIOException e) {
            // The first fork meets the same and ends the run with it.
            out.println("Forks start without an archive of classes: " + e.getMessage());
          }
        });
  }
}
