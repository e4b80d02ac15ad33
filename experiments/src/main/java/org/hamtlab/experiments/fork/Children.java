package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Environment;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Remaining.PlannedFork;
import org.hamtlab.experiments.store.Sample;
import org.openjdk.jmh.runner.CompilerHints;

/**
 * Probes and forks of one plan, run as children. What one delivers is either complete or a failure;
 * nothing is written to the bundle here.
 */
public final class Children implements AutoCloseable {
  private final Plan plan;
  private final Environment environment;
  private final Path bundle;
  private final ChildJvm jvm;
  private final String probeMain;
  private final String forkMain;
  private ChildMemory memory;
  private final Auditor auditor;
  private QuickStart quickStart;
  private final KeyProof proof = new KeyProof();

  /** Children of a bundle's plan. */
  public Children(BundleFiles files, ChildJvm jvm) {
    this(files, jvm, ProbeMain.class.getName(), ForkMain.class.getName());
  }

  /** Children with other entry points. */
  public Children(BundleFiles files, ChildJvm jvm, String probeMain, String forkMain) {
    this.plan = files.plan();
    this.environment = files.environment();
    this.bundle = files.dir();
    this.jvm = jvm;
    this.probeMain = probeMain;
    this.forkMain = forkMain;
    this.memory = ChildMemory.of(plan.jvmFlags());
    this.auditor = new Auditor(plan.run(), environment.host());
  }

  /** Lets several children at a time, or one, take no more than so much memory each. */
  public Children limitedTo(int childrenAtATime, long bytes) {
    memory = new ChildMemory(childrenAtATime, bytes, bytes);
    return this;
  }

  /** Probes that may run beside each other: one a processor, as far as memory suffices. */
  public int probesAtATime() {
    return memory.childrenAtATime();
  }

  /**
   * Makes that so many forks start sooner, if they are worth it; takes about as long as a fork. To
   * be called before the first fork.
   */
  public void prepare(int forks) throws InterruptedException {
    boolean isOurs = forkMain.equals(ForkMain.class.getName());
    if (isOurs && quickStart == null && forks >= QuickStart.LEAST_FORKS) {
      ForkTask task = task(plan.treatment(plan.baseline()), 0, bundle.resolve("unused"));
      quickStart = QuickStart.make(jvm, timedFlags(), task);
    }
  }

  @Override
  public void close() {
    if (quickStart != null) {
      quickStart.close();
    }
  }

  /** Gates and counts a treatment. */
  public ProbeResult probe(String id, int limitSeconds) throws InterruptedException {
    Plan.PlannedTreatment treatment = plan.treatment(id);
    try (Scratch scratch = Scratch.create()) {
      ChildJvm.Outcome outcome =
          jvm.run(
              probeMain,
              plan.jvmFlags(),
              List.of(bundle.toString(), id, scratch.dir().toString()),
              scratch.dir(),
              new ChildWatch.Limits(limitSeconds, memory.sharedBytes()));
      BundleFiles output = new BundleFiles(scratch.dir());
      if (outcome.isSuccess() && Files.exists(scratch.dir().resolve(ProbeMain.DONE))) {
        return new ProbeResult.Passed(output.gate().read().getFirst(), output.counts().read());
      }
      String stage = output.gate().read().isEmpty() ? Failure.GATE : Failure.COUNT;
      Path cause = scratch.dir().resolve("cause");
      String why = Files.exists(cause) ? Files.readString(cause) : Causes.of(outcome, limitSeconds);
      return new ProbeResult.Failed(failure(stage, treatment, -1, why, outcome));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Times a treatment once, and audits the host meanwhile. */
  public ForkResult fork(PlannedFork fork) throws InterruptedException {
    Plan.PlannedTreatment treatment = plan.treatment(fork.id().treatment());
    int limit = plan.timing().forkLimitSeconds();
    Auditor.Before before = auditor.before();
    try (Scratch scratch = Scratch.create()) {
      Path task = scratch.dir().resolve("task.properties");
      Path scores = scratch.dir().resolve("scores.tsv");
      task(treatment, fork.block(), scores).write(task);
      ChildJvm.Outcome outcome =
          jvm.run(
              forkMain,
              timedFlags(),
              List.of(task.toString()),
              scratch.dir(),
              new ChildWatch.Limits(limit, memory.aloneBytes()));
      List<Score> read = outcome.isSuccess() ? scores(scores) : List.of();
      ForkAudit audit = auditor.after(before, fork, seconds(read), Timeline.read(scores));
      int expected = plan.samplesPerFork(treatment.id());
      if (read.size() == expected) {
        return new ForkResult.Ended(
            read.stream().map(score -> sample(treatment, fork, score, audit)).toList(), audit);
      }
      String cause =
          outcome.isSuccess()
              ? "delivered " + read.size() + " samples (expected " + expected + ")"
              : Causes.of(outcome, limit);
      return new ForkResult.Died(
          failure(Failure.FORK, treatment, fork.block(), cause, outcome),
          outcome.timedOut(),
          audit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Score> scores(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream().map(Score::parse).toList()
        : List.of();
  }

  private static double seconds(List<Score> scores) {
    return scores.stream().mapToLong(Score::elapsedNanos).sum() / 1e9;
  }

  private ForkTask task(Plan.PlannedTreatment treatment, int block, Path scores) {
    return new ForkTask(
        treatment.phrase(),
        plan.seed(),
        block,
        plan.operations(treatment.id()),
        plan.keySets().stream()
            .map(set -> new ForkTask.Keys(set.keys(), set.n(), proof.hash(set)))
            .toList(),
        plan.timing(),
        scores);
  }

  /** The plan's flags, and those that JMH gives its own forks so that its sinks cost nothing. */
  private List<String> timedFlags() {
    List<String> flags = new ArrayList<>(plan.jvmFlags());
    CompilerHints.addCompilerHints(flags);
    if (quickStart != null) {
      flags.addAll(quickStart.flags());
    }
    return flags;
  }

  private Sample sample(
      Plan.PlannedTreatment treatment, PlannedFork fork, Score score, ForkAudit audit) {
    return new Sample(
        plan.run(),
        fork.block(),
        treatment.id(),
        treatment.phrase(),
        score.operation(),
        score.keys(),
        score.n(),
        fork.id().fork(),
        score.phase(),
        score.iteration(),
        score.nsPerOp(),
        plan.seed(),
        environment.commit(),
        environment.dirty(),
        environment.jvm(),
        String.join(" ", plan.jvmFlags()),
        environment.host(),
        environment.cpu(),
        environment.cores(),
        treatment.assembly(),
        score.timestamp(),
        audit.nearNs(),
        audit.stealShare(),
        audit.load());
  }

  private Failure failure(
      String stage,
      Plan.PlannedTreatment treatment,
      int block,
      String cause,
      ChildJvm.Outcome outcome) {
    return new Failure(
        plan.run(),
        stage,
        treatment.id(),
        treatment.phrase(),
        block,
        block,
        cause,
        outcome.exitCode(),
        outcome.detail(),
        Instant.now().toString());
  }
}
