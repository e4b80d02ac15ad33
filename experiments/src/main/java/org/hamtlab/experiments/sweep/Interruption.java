package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hamtlab.experiments.fork.ChildJvm;

/**
 * Ctrl-C and other polite signals: the child stops, the bundle stays resumable, the exit status is
 * 3. The runner must {@link #close} it when nothing is left to be interrupted.
 */
public final class Interruption implements AutoCloseable {
  /** Exit status of an interrupted run. */
  static final int EXIT = 3;

  private final Path bundle;
  private final ChildJvm jvm;
  private final PrintStream out;
  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch idle = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "interruption");

  Interruption(Path bundle, ChildJvm jvm, PrintStream out) {
    this.bundle = bundle;
    this.jvm = jvm;
    this.out = out;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** For a runner whose work is done elsewhere and goes on there. */
  public static Interruption ofJobs(Path bundle, PrintStream out) {
    return new Interruption(bundle, new ChildJvm(), out);
  }

  /** Whether someone asked to stop. */
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /**
   * Whether a child that a signal has killed died because of this interruption: a terminal sends
   * the signal to both, and the child may be the faster one.
   */
  boolean explains(int exitCode) throws InterruptedException {
    boolean polite = exitCode == 130 || exitCode == 143 || exitCode == 129;
    return isRequested() || (polite && requested.await(2, TimeUnit.SECONDS));
  }

  /** Waits for an interruption, at most so long. */
  public void await(long millis) throws InterruptedException {
    requested.await(millis, TimeUnit.MILLISECONDS);
  }

  /** The runner writes no more. */
  void idle() {
    idle.countDown();
  }

  @Override
  public void close() {
    idle();
    if (!isRequested()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void interrupt() {
    requested.countDown();
    jvm.stop();
    try {
      if (!idle.await(10, TimeUnit.SECONDS)) {
        out.println("The runner did not come to rest; the last line may be torn.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    out.println();
    String resume = Launcher.command("resume", bundle.toString());
    out.println("Interrupted. Continue with: " + resume);
    out.flush();
    Runtime.getRuntime().halt(EXIT);
  }
}
