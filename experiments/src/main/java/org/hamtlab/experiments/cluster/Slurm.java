package org.hamtlab.experiments.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamtlab.config.ConfigurationException;

/** Slurm's commands {@code sbatch}, {@code squeue} and {@code scancel}, as found on the path. */
final class Slurm {
  private static final int LIMIT_SECONDS = 60;
  private static final Pattern JOB = Pattern.compile("^(\\d+)(;.*)?$");

  /** A line of the queue: {@code 12_3}, or {@code 12} for a job without array; state; reason. */
  record Queued(String id, String state, String reason) {}

  /** Refuses a machine without Slurm's commands. */
  static void require() {
    for (String command : List.of("sbatch", "squeue", "scancel")) {
      try {
        run(List.of(command, "--version"));
      } catch (IOException e) {
        throw new ConfigurationException(
            command
                + ": cannot be run (expected Slurm's commands on the PATH). Log in to a host of the"
                + " cluster, or leave out --engine slurm.",
            e);
      }
    }
  }

  /** Submits a script; the job's number. */
  String submit(List<String> options, String script) throws IOException {
    List<String> command = new ArrayList<>(List.of("sbatch", "--parsable"));
    command.addAll(options);
    Answer answer = run(command, script);
    Matcher job = JOB.matcher(answer.text().strip());
    if (answer.status() != 0 || !job.matches()) {
      throw new IOException(
          "sbatch: refused the job ("
              + answer.text().strip()
              + "). Give what your cluster asks for with --slurm-option.");
    }
    return job.group(1);
  }

  /** What of these jobs is still in the queue; jobs that Slurm has forgotten are not. */
  List<Queued> queue(List<String> jobs) throws IOException {
    if (jobs.isEmpty()) {
      return List.of();
    }
    Answer answer =
        run(List.of("squeue", "-h", "-r", "-o", "%i|%T|%r", "-j", String.join(",", jobs)));
    if (answer.status() != 0) {
      if (answer.text().contains("Invalid job id")) {
        return List.of();
      }
      throw new IOException("squeue: " + answer.text().strip());
    }
    return answer
        .text()
        .lines()
        .map(line -> line.split("\\|", 3))
        .filter(fields -> fields.length == 3)
        .map(fields -> new Queued(fields[0], fields[1], fields[2]))
        .toList();
  }

  /** What a command printed, and its exit status. */
  record Answer(int status, String text) {}

  private static Answer run(List<String> command) throws IOException {
    return run(command, "");
  }

  private static Answer run(List<String> command, String input) throws IOException {
    return run(command, input, LIMIT_SECONDS);
  }

  static Answer run(List<String> command, String input, int limitSeconds) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    AtomicBoolean late = new AtomicBoolean();
    // Reading its answer ends with the process only, so that somebody else must look at the clock.
    CompletableFuture<Void> watch =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              process.descendants().forEach(ProcessHandle::destroyForcibly);
              process.destroyForcibly();
            },
            CompletableFuture.delayedExecutor(limitSeconds, TimeUnit.SECONDS));
    try {
      hand(input, process);
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (late.get()) {
        throw new IOException(
            command.getFirst() + ": no answer within " + limitSeconds + " seconds");
      }
      return new Answer(status, text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.getFirst() + ": interrupted", e);
    } finally {
      watch.cancel(false);
      process.destroyForcibly();
    }
  }

  /** One that refuses its options ends without reading, and its answer says more than that. */
  private static void hand(String input, Process process) {
    try (OutputStream stream = process.getOutputStream()) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      System.getLogger(Slurm.class.getName())
          .log(System.Logger.Level.DEBUG, "input was not read: " + e);
    }
  }
}
