package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.fork.Children;
import org.hamtlab.experiments.fork.ForkResult;
import org.hamtlab.experiments.fork.ProbeResult;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.Plan;
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
  private final Set<String> givenUp = new HashSet<>();

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
    ChildJvm jvm = new ChildJvm();
    try (Interruption interruption = new Interruption(bundle.files().dir(), jvm, out)) {
      Children children = new Children(bundle.files(), jvm);
      return new SweepRun(bundle, share, children, interruption, out, probeLimitSeconds).run();
    } catch (BundleException | UncheckedIOException e) {
      out.println(e.getMessage());
      String resume = Launcher.command("resume", bundle.files().dir().toString());
      out.println("Stopped. Then continue with: " + resume);
      return false;
    }
  }

  boolean run() throws InterruptedException {
    List<String> probes = share.remaining(bundle.files()).probes();
    if (!probes.isEmpty()) {
      probeAll(probes);
    }
    List<Remaining.PlannedFork> forks = share.remaining(bundle.files()).forks();
    if (!forks.isEmpty() && !interruption.isRequested()) {
      measureAll(forks);
    }
    return !interruption.isRequested();
  }

  private void probeAll(List<String> ids) throws InterruptedException {
    int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
    try (ExecutorService pool = Executors.newFixedThreadPool(cores);
        Progress progress = Progress.begin("gate and count", ids.size(), out)) {
      List<Future<?>> futures = new ArrayList<>();
      for (String id : ids) {
        futures.add(pool.submit(() -> probe(id, progress)));
      }
      for (Future<?> future : futures) {
        join(future);
      }
    }
  }

  private Void probe(String id, Progress progress) throws InterruptedException {
    if (interruption.isRequested()) {
      return null;
    }
    ProbeResult result = children.probe(id, probeLimitSeconds);
    String label = bundle.plan().treatment(id).label();
    switch (result) {
      case ProbeResult.Passed passed -> {
        record(passed);
        progress.step(label);
      }
      case ProbeResult.Failed(Failure failure) -> {
        if (!interruption.explains(failure.exitCode())) {
          record(failure);
          progress.step(label + ": FAILED, " + failure.cause());
        }
      }
    }
    return null;
  }

  private void measureAll(List<Remaining.PlannedFork> forks) throws InterruptedException {
    try (Progress progress = Progress.begin("measure", forks.size(), out)) {
      for (Remaining.PlannedFork fork : forks) {
        if (!interruption.isRequested() && !givenUp.contains(fork.id().treatment())) {
          measure(fork, progress);
        }
      }
    }
  }

  private void measure(Remaining.PlannedFork fork, Progress progress) throws InterruptedException {
    Plan.PlannedTreatment treatment = bundle.plan().treatment(fork.id().treatment());
    String label = "block " + fork.block() + ", " + treatment.label();
    switch (children.fork(fork)) {
      case ForkResult.Ended ended -> {
        bundle.files().audits().append(List.of(ended.audit()));
        bundle.files().samples().append(ended.samples());
        progress.step(label);
      }
      case ForkResult.Died(Failure failure, boolean timedOut, ForkAudit audit) -> {
        if (!interruption.explains(failure.exitCode())) {
          bundle.files().audits().append(List.of(audit));
          record(failure);
          progress.step(label + ": FAILED, " + failure.cause());
          if (timedOut) {
            giveUp(failure, progress);
          }
        }
      }
    }
  }

  /** A treatment that reached the limit once would reach it in every block, for hours. */
  private void giveUp(Failure failure, Progress progress) {
    givenUp.add(failure.treatment());
    String cause =
        "not started, since fork " + failure.fork() + " " + failure.cause() + "; too slow to time";
    share.remaining(bundle.files()).forks().stream()
        .filter(fork -> fork.id().treatment().equals(failure.treatment()))
        .forEach(fork -> {
          record(failure.ofUnstarted(fork.id().fork(), fork.block(), cause));
          progress.step(bundle.plan().treatment(failure.treatment()).label() + ": " + cause);
        });
  }

  private synchronized void record(ProbeResult.Passed passed) {
    bundle.files().counts().append(passed.counts());
    bundle.files().gate().append(List.of(passed.gate()));
  }

  private synchronized void record(Failure failure) {
    bundle.files().failures().append(List.of(failure));
  }

  private static void join(Future<?> future) throws InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
