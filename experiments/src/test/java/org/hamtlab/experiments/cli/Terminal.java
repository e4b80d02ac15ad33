package org.hamtlab.experiments.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line with all commands, and what it printed. */
public final class Terminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Runs a command; its exit status. */
  public int run(Object... words) {
    String[] arguments = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      arguments[i] = words[i].toString();
    }
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  /** What it printed, faults excluded. */
  public String out() {
    return out.toString();
  }

  /** The faults that it printed. */
  public String err() {
    return err.toString();
  }
}
