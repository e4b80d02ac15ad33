package org.hamtlab.experiments.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.CountedBlocks;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.store.Stopped;
import org.hamtlab.experiments.sweep.Interruption;
import org.hamtlab.experiments.sweep.StoppingRule;
import org.hamtlab.experiments.terminal.Progress;

/**
 * Runs what a bundle lacks as Slurm jobs: one that gates and counts, then an array with a task for
 * each block. It submits only what is neither there nor queued, so a run that was interrupted and
 * one that lost a node go on in the same way.
 */
public final class SlurmRun {
  /** A block whose tasks ended this often without a shard is given up. */
  private static final int MOST_ATTEMPTS = 3;

  /** Blocks submitted at once when each could be the last. */
  private static final int FEW_BLOCKS = 2;

  /** So often in a row the queue may not be told, as while a controller starts again. */
  private static final int MOST_UNANSWERED = 300;

  /** Shards arrive by a shared file system, which tells nobody. */
  private static final int POLL_MILLIS = 1000;

  private final Bundle bundle;
  private final Path dir;
  private final PrintStream out;
  private final Interruption interruption;
  private final Slurm slurm = new Slurm();
  private final Jobs jobs;
  private final JobScript script;
  private final Map<Integer, Integer> attempts = new HashMap<>();
  private int attemptsToProbe;
  private int unanswered;
  private String told = "";

  private SlurmRun(Bundle bundle, PrintStream out, Interruption interruption) {
    this.bundle = bundle;
    this.dir = bundle.files().dir().toAbsolutePath();
    this.out = out;
    this.interruption = interruption;
    this.jobs = new Jobs(dir);
    this.script = new JobScript(dir, bundle.plan().run());
  }

  /** Whether a bundle was begun on a cluster. */
  public static boolean began(Path dir) {
    return new Jobs(dir).exist();
  }

  /** Refuses a machine that cannot submit jobs. */
  public static void requireSlurm() {
    Slurm.require();
  }

  /**
   * Submits, waits and merges until nothing is missing; false if it was interrupted or given up.
   *
   * @param options more options of {@code sbatch}; those of the first call are kept for later ones
   */
  public static boolean run(
      Bundle bundle, List<String> options, Interruption interruption, PrintStream out)
      throws InterruptedException {
    Slurm.require();
    interruption.begin();
    try {
      SlurmRun run = new SlurmRun(bundle, out, interruption);
      run.jobs.begin(options);
      return run.run();
    } catch (BundleException | IOException | UncheckedIOException e) {
      out.println(e.getMessage());
      return false;
    } finally {
      interruption.idle();
    }
  }

  private boolean run() throws IOException, InterruptedException {
    Remaining remaining = merged();
    int units = remaining.probes().size() + remaining.forks().size();
    try (Progress progress = Progress.begin("slurm", Math.max(1, units), out)) {
      while (!interruption.isRequested()) {
        Optional<List<Slurm.Queued>> queued = queued();
        Remaining before = remaining;
        remaining = merged();
        report(before, remaining, progress);
        if (remaining.probes().isEmpty() && remaining.forks().isEmpty()) {
          return true;
        }
        if (queued.isPresent() && queued.get().isEmpty() && !submit(remaining)) {
          return false;
        }
        interruption.await(POLL_MILLIS);
      }
      out.println("Jobs in the queue go on: " + String.join(", ", jobs.submitted()));
      return false;
    }
  }

  /** What is in the queue, asked before shards are looked for; empty if nobody answers. */
  private Optional<List<Slurm.Queued>> queued() throws IOException {
    try {
      List<Slurm.Queued> queued = slurm.queue(jobs.submitted());
      unanswered = 0;
      tell(queued);
      return Optional.of(queued);
    } catch (IOException e) {
      if (++unanswered > MOST_UNANSWERED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Says why tasks wait, once for each reason: some reasons last until somebody acts. */
  private void tell(List<Slurm.Queued> queued) {
    String waiting =
        queued.stream()
            .filter(task -> task.state().equals("PENDING"))
            .map(Slurm.Queued::reason)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (!waiting.isEmpty() && !waiting.equals(told)) {
      out.println("Tasks wait for: " + waiting);
    }
    told = waiting;
  }

  private static void report(Remaining before, Remaining after, Progress progress) {
    int done =
        before.probes().size()
            + before.forks().size()
            - after.probes().size()
            - after.forks().size();
    for (int i = 0; i < done; i++) {
      progress.step(after.forks().size() + " forks to go");
    }
  }

  /** Submits what is missing; false if that was tried often enough. */
  private boolean submit(Remaining remaining) throws IOException {
    if (!remaining.probes().isEmpty()) {
      if (++attemptsToProbe > MOST_ATTEMPTS) {
        return giveUp("gating and counting");
      }
      submit(script.probes(), List.of());
      return true;
    }
    Optional<Stopped> stopped = StoppingRule.ofAnalysis().decide(bundle.files(), remaining.forks());
    if (stopped.isPresent()) {
      bundle.files().write(stopped.get());
      return true;
    }
    List<Integer> blocks =
        remaining.forks().stream()
            .map(Remaining.PlannedFork::block)
            .distinct()
            .limit(mostBlocks())
            .toList();
    for (int block : blocks) {
      if (attempts.merge(block, 1, Integer::sum) > MOST_ATTEMPTS) {
        return giveUp("block " + block);
      }
    }
    String array = blocks.stream().map(String::valueOf).collect(Collectors.joining(","));
    submit(script.blocks(), List.of("--array=" + array));
    return true;
  }

  /** Where measuring may end early, first what is measured in any case, then a few at a time. */
  private int mostBlocks() {
    Plan.Stopping stopping = bundle.plan().stopping();
    if (!StoppingRule.mayStop(stopping)) {
      return Integer.MAX_VALUE;
    }
    int counted = CountedBlocks.of(bundle.files()).counted().size();
    return Math.max(FEW_BLOCKS, stopping.leastForks() - counted);
  }

  private void submit(String text, List<String> more) throws IOException {
    List<String> options = new ArrayList<>(jobs.options());
    options.addAll(more);
    options.add("--output=" + jobs.logs().resolve(more.isEmpty() ? "%j.out" : "%A_%a.out"));
    String job = slurm.submit(script.options(options), text);
    jobs.add(job);
    out.println("Submitted job " + job + (more.isEmpty() ? "" : " " + more.getFirst()));
  }

  private boolean giveUp(String what) {
    out.println(
        what
            + ": "
            + MOST_ATTEMPTS
            + " jobs ended without a result (expected one). Their output is in "
            + jobs.logs()
            + ". Mend the cause, then resume.");
    return false;
  }

  private Remaining merged() {
    try {
      for (Shard shard : Shard.whole(dir)) {
        Merge.into(bundle, shard);
        shard.discard();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Remaining.of(bundle.files());
  }
}
