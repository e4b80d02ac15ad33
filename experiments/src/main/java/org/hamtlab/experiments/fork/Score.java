package org.hamtlab.experiments.fork;

import java.util.List;

/**
 * One iteration as a fork writes it, tab-separated.
 *
 * @param operation what was timed
 * @param keys on which keys
 * @param n distinct keys
 * @param phase warm-up or measurement
 * @param iteration number within the phase
 * @param nsPerOp nanoseconds per operation
 * @param elapsedNanos length of the iteration, what JMH does around it included; of the first one
 *     without the set-up before it
 * @param timestamp end of the iteration
 */
public record Score(
    String operation,
    String keys,
    int n,
    String phase,
    int iteration,
    double nsPerOp,
    long elapsedNanos,
    String timestamp) {

  String line() {
    return String.join(
        "\t",
        List.of(
            operation,
            keys,
            Integer.toString(n),
            phase,
            Integer.toString(iteration),
            Double.toString(nsPerOp),
            Long.toString(elapsedNanos),
            timestamp));
  }

  static Score parse(String line) {
    String[] f = line.split("\t", -1);
    return new Score(
        f[0],
        f[1],
        Integer.parseInt(f[2]),
        f[3],
        Integer.parseInt(f[4]),
        Double.parseDouble(f[5]),
        Long.parseLong(f[6]),
        f[7]);
  }
}
