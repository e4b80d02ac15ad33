package org.hamtlab.experiments.plan;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is timed, always per key. */
public enum Operation {
  /** Look-up of keys that are there, equal to those stored but not identical. */
  GET_HIT("get-hit", "getHit"),
  /** Look-up of keys that are not there. */
  GET_MISS("get-miss", "getMiss"),
  /** Building from empty, one by one, and closing. */
  PUT("put", "put"),
  /** Emptying a full map, one by one. */
  REMOVE("remove", "remove"),
  /** One pass over all entries. */
  ITERATE("iterate", "iterate");

  private final String id;
  private final String benchmark;

  Operation(String id, String benchmark) {
    this.id = id;
    this.benchmark = benchmark;
  }

  /** The word in plans and samples. */
  public String id() {
    return id;
  }

  /** The method of the benchmark class that times it. */
  public String benchmark() {
    return benchmark;
  }

  /** The operation of a word. */
  public static Operation of(String id) {
    return Arrays.stream(values())
        .filter(o -> o.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "operation: '" + id + "' is not known. Known: "
                        + Arrays.stream(values()).map(Operation::id).collect(Collectors.joining(", "))
                        + "."));
  }
}
