package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts virtual machines with this one's class path, waits for their end, and stops those that
 * take too long. Safe for use by several threads.
 */
public final class ChildJvm {
  private static final int DETAIL_LINES = 30;
  private static final int TAIL_BYTES = 1 << 16;

  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private final String classPath;
  private volatile boolean stopped;

  /** Children with this virtual machine's class path. */
  public ChildJvm() {
    this(System.getProperty("java.class.path"));
  }

  /** Children with another class path. */
  public ChildJvm(String classPath) {
    this.classPath = classPath;
  }

  /**
   * How a child ended.
   *
   * @param exitCode its exit status; 128 and the number of the signal if it was killed
   * @param timedOut whether it was stopped because it took too long
   * @param excess what else it took too much of and was stopped for; empty if nothing
   * @param tail end of its output, by lines
   */
  public record Outcome(int exitCode, boolean timedOut, String excess, List<String> tail) {
    /** Whether it ended well. */
    public boolean isSuccess() {
      return exitCode == 0 && !timedOut && excess.isEmpty();
    }

    /** The last few lines, fit to be kept. */
    public List<String> detail() {
      return List.copyOf(tail.subList(Math.max(0, tail.size() - DETAIL_LINES), tail.size()));
    }
  }

  /**
   * Runs a main class to its end.
   *
   * @param mainClass entry point
   * @param flags flags of the virtual machine
   * @param args arguments
   * @param scratch folder for its temporary files and its output
   * @param limitSeconds after this time it is stopped
   */
  public Outcome run(
      String mainClass, List<String> flags, List<String> args, Path scratch, int limitSeconds)
      throws IOException, InterruptedException {
    long memory = ChildMemory.of(flags).aloneBytes();
    return run(mainClass, flags, args, scratch, new ChildWatch.Limits(limitSeconds, memory));
  }

  Outcome run(
      String mainClass,
      List<String> flags,
      List<String> args,
      Path scratch,
      ChildWatch.Limits limits)
      throws IOException, InterruptedException {
    Path output = scratch.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(mainClass, flags, args, scratch))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    running.add(process);
    try {
      if (stopped) {
        process.destroyForcibly();
      }
      ChildWatch watch = new ChildWatch(process, output, limits);
      watch.await();
      return new Outcome(
          process.waitFor(), watch.timedOut(), watch.excess(), end(output).lines().toList());
    } finally {
      process.destroyForcibly();
      running.remove(process);
    }
  }

  /** Stops all children now and every later one at its start. */
  public void stop() {
    stopped = true;
    running.forEach(ChildWatch::stop);
  }

  private List<String> command(
      String mainClass, List<String> flags, List<String> args, Path scratch) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-D" + ParentWatch.RUNNER_PROPERTY + "=" + ProcessHandle.current().pid());
    command.add("-Djava.io.tmpdir=" + scratch);
    command.add("-XX:ErrorFile=" + scratch.resolve("hs_err.log"));
    command.add("-XX:ReplayDataFile=" + scratch.resolve("replay.log"));
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(args);
    return command;
  }

  private static String end(Path output) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(output)) {
      channel.position(Math.max(0, channel.size() - TAIL_BYTES));
      return new String(
          Channels.newInputStream(channel).readNBytes(TAIL_BYTES), StandardCharsets.UTF_8);
    }
  }
}
