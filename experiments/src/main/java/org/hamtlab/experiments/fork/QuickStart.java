package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.store.Plan;

/**
 * What forks of one run need not do again: an archive of the loaded and verified classes of runner,
 * JMH and JDK (class data sharing), and the list of the JDK's class names. Made by a short fork of
 * the baseline whose scores are thrown away.
 *
 * <p>The archive has no profiles and no compiled code, so that what is timed still compiles in its
 * own fork; the copies of classes that a composition makes are not in it. Where it cannot be made
 * or mapped, forks start without it.
 */
final class QuickStart implements AutoCloseable {
  /** For fewer forks the archive would cost more than it saves. */
  static final int LEAST_FORKS = 6;

  private static final Plan.Timing SHORTEST = new Plan.Timing(1, 1, 1, 1, 0);
  private static final int LIMIT_SECONDS = 30;

  private final Scratch scratch;
  private final List<String> flags = new ArrayList<>();

  private QuickStart(Scratch scratch) {
    this.scratch = scratch;
  }

  /**
   * Makes it.
   *
   * @param jvm runs the fork
   * @param timed flags of forks
   * @param task a fork of the baseline
   */
  static QuickStart make(ChildJvm jvm, List<String> timed, ForkTask task)
      throws InterruptedException {
    try {
      QuickStart made = new QuickStart(Scratch.create());
      made.flags.add(KeyProof.writeNames(made.scratch.dir()));
      made.archive(jvm, timed, task);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Flags that use it. */
  List<String> flags() {
    return List.copyOf(flags);
  }

  private void archive(ChildJvm jvm, List<String> timed, ForkTask task)
      throws IOException, InterruptedException {
    Path archive = scratch.dir().resolve("classes.jsa");
    Path file = scratch.dir().resolve("task.properties");
    task.with(SHORTEST, scratch.dir().resolve("scores.tsv")).write(file);
    List<String> training = new ArrayList<>(timed);
    training.addAll(flags);
    training.add("-XX:ArchiveClassesAtExit=" + archive);
    ChildJvm.Outcome outcome =
        jvm.run(
            ForkMain.class.getName(),
            training,
            List.of(file.toString()),
            scratch.dir(),
            LIMIT_SECONDS);
    if (outcome.isSuccess() && Files.exists(archive)) {
      flags.add("-XX:SharedArchiveFile=" + archive);
    }
  }

  @Override
  public void close() {
    scratch.close();
  }
}
