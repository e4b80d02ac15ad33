package org.hamtlab.experiments.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bundle that this process alone works on.
 *
 * <p>Opening one again verifies the digest of its plan and removes what a crash left half-written;
 * {@link #notices} says what was removed.
 */
public final class Bundle implements AutoCloseable {
  /** Less free space than this is not enough to begin with. */
  private static final long LEAST_FREE_BYTES = 16L << 20;

  private final BundleFiles files;
  private final BundleLock lock;
  private final Plan plan;
  private final List<String> notices = new ArrayList<>();

  private Bundle(BundleFiles files, BundleLock lock, Plan plan) {
    this.files = files;
    this.lock = lock;
    this.plan = plan;
  }

  /**
   * Refuses a folder that cannot become a bundle: one that holds something, or cannot be written.
   */
  public static void requireFree(Path dir) {
    if (new BundleFiles(dir).exists()) {
      throw new BundleException(
          dir
              + ": holds another plan, run "
              + new BundleFiles(dir).plan().run()
              + ". Continue it with: hamt resume \""
              + dir
              + "\". Or choose another folder.");
    }
    if (Files.exists(dir) && (!Files.isDirectory(dir) || !isEmpty(dir))) {
      throw new BundleException(
          dir + ": exists and is not a bundle (expected a new or empty folder). Choose another.");
    }
    Path existing = existingAncestor(dir);
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw new BundleException(
          dir
              + ": cannot be written ("
              + existing
              + " does not allow it). Choose another folder"
              + " with --out, or change the permissions.");
    }
    requireSpace(dir, existing);
  }

  /** Makes the folder and freezes the plan in it. */
  public static Bundle create(Path dir, Plan plan, Environment environment) {
    requireFree(dir);
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw new BundleException(
          dir + ": cannot be created (" + e.getMessage() + "). Choose another folder.", e);
    }
    BundleFiles files = new BundleFiles(dir);
    BundleLock lock = BundleLock.take(dir);
    try {
      // Another runner may have come between the first look and the lock.
      requireFree(dir);
      files.freeze(plan, environment);
      return new Bundle(files, lock, plan);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Opens a bundle to continue it. */
  public static Bundle open(Path dir) {
    BundleFiles files = new BundleFiles(dir);
    Plan plan = files.plan();
    BundleLock lock = BundleLock.take(dir);
    try {
      files.verifyPlan();
      Bundle bundle = new Bundle(files, lock, plan);
      bundle.repair();
      return bundle;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The files, to be read. */
  public BundleFiles files() {
    return files;
  }

  /** The frozen plan. */
  public Plan plan() {
    return plan;
  }

  /** What was repaired when the bundle was opened. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  @Override
  public void close() {
    lock.close();
  }

  private void repair() {
    Stream.of(
            files.gate(),
            files.counts(),
            files.samples(),
            files.failures(),
            files.audits(),
            files.hosts())
        .map(JsonLines::repair)
        .flatMap(Optional::stream)
        .forEach(notices::add);
    dropUnfinishedProbes();
    dropUnfinishedForks();
    dropAuditsOfUnfinishedForks();
  }

  /** A probe has ended when its line in the gate's file follows its counters. */
  private void dropUnfinishedProbes() {
    Set<String> gated =
        files.gate().read().stream().map(GatePass::treatment).collect(Collectors.toSet());
    int dropped = files.counts().dropTrailing(c -> !gated.contains(c.treatment()));
    if (dropped > 0) {
      notices.add("counts.jsonl: removed " + dropped + " lines of a count that was cut off");
    }
  }

  private void dropUnfinishedForks() {
    Map<ForkId, Integer> counts = new HashMap<>();
    files.samples().read().forEach(s -> counts.merge(ForkId.of(s), 1, Integer::sum));
    Set<ForkId> torn = new HashSet<>();
    counts.forEach((fork, n) -> {
      if (n < plan.samplesPerFork(fork.treatment())) {
        torn.add(fork);
      }
    });
    int dropped = files.samples().dropTrailing(s -> torn.contains(ForkId.of(s)));
    if (dropped > 0) {
      notices.add("samples.jsonl: removed " + dropped + " samples of a fork that was cut off");
    }
  }

  /** An audit is written before the samples of its fork. */
  private void dropAuditsOfUnfinishedForks() {
    Set<ForkId> ended = Remaining.ended(files);
    int dropped = files.audits().dropTrailing(audit -> !ended.contains(audit.id()));
    if (dropped > 0) {
      notices.add("audits.jsonl: removed " + dropped + " lines of a fork that was cut off");
    }
  }

  private static boolean isEmpty(Path dir) {
    try (Stream<Path> entries = Files.list(dir)) {
      return entries
          .map(Path::getFileName)
          .map(Path::toString)
          .allMatch(BundleFiles.BEGUN::contains);
    } catch (IOException e) {
      throw new BundleException(dir + ": cannot be read. " + e.getMessage(), e);
    }
  }

  private static Path existingAncestor(Path dir) {
    Path path = dir.toAbsolutePath();
    while (!Files.exists(path)) {
      path = path.getParent();
    }
    return path;
  }

  private static void requireSpace(Path dir, Path existing) {
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        throw new BundleException(
            dir
                + ": "
                + (free >> 10)
                + " KiB free on its disk (expected at least "
                + (LEAST_FREE_BYTES >> 10)
                + "). Free some space, or choose another folder.");
      }
    } catch (IOException e) {
      throw new BundleException(dir + ": its disk cannot be examined. " + e.getMessage(), e);
    }
  }
}
