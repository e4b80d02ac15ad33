package org.hamtlab.experiments.fork;

import java.io.IOException;

/**
 * Ends this virtual machine when the runner that started it is gone: the runner holds the other end
 * of standard input and never writes to it.
 */
public final class ParentWatch {
  private ParentWatch() {}

  /** Begins to watch. */
  public static void start() {
    Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatch::waitForEnd);
  }

  private static void waitForEnd() {
    try {
      while (System.in.read() >= 0) {
        // Whatever arrives means that the runner is alive.
      }
    } catch (IOException e) {
      System.err.println("standard input broke: " + e.getMessage());
    }
    Runtime.getRuntime().halt(1);
  }
}
