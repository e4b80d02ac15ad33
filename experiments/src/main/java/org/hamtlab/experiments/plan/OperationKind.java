package org.hamtlab.experiments.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of operations that can be timed, each a benchmark of its own. */
public enum OperationKind {
  /** Look-up of keys that are there, equal to those stored but not identical. */
  GET_HIT("get-hit", "MapOperations.getHit"),
  /** Look-up of keys that are not there. */
  GET_MISS("get-miss", "MapOperations.getMiss"),
  /** Look-up of keys of which a share is there. */
  GET("get", "MixOperations.get", "hit-ratio", 0, 1, 0.9),
  /** Building from empty, one by one, and closing. */
  PUT("put", "MapOperations.put", Need.FREES),
  /** Emptying a full map, one by one. */
  REMOVE("remove", "MapOperations.remove", Need.FREES),
  /** One pass over all entries. */
  ITERATE("iterate", "MapOperations.iterate"),
  /** Look-ups that hit, and replacements of values, in random order. */
  READ_HEAVY("read-heavy", "MixOperations.readHeavy", "reads", 0, 1, 0.95, Need.FREES),
  /** One key removed and another put, so that the size stays. */
  CHURN("churn", "MixOperations.churn", Need.FREES),
  /** Building from all keys at once, in the way that the phrase's {@code build} says. */
  BULK("bulk", "VersionOperations.bulk", Need.VERSIONS, Need.BUILD, Need.FREES),
  /** A version from the one before, a key more each time; only the newest is kept. */
  VERSION_CHAIN("version-chain", "VersionOperations.chain", Need.VERSIONS),
  /** Many versions from one base, each with a value replaced, all kept. */
  VERSION_FAN_OUT(
      "version-fan-out", "VersionOperations.fanOut", "versions", 1, 100_000, 64, Need.VERSIONS),
  /** The union of two versions of equal size of which a share of the keys is in both. */
  MERGE("merge", "VersionOperations.merge", "overlap", 0, 1, 0.5, Need.VERSIONS);

  private final String id;
  private final String benchmark;
  private final Optional<Argument> argument;
  private final Set<Need> needs;

  OperationKind(String id, String benchmark, Need... needs) {
    this(id, benchmark, Optional.empty(), needs);
  }

  OperationKind(
      String id,
      String benchmark,
      String name,
      double low,
      double high,
      double usual,
      Need... needs) {
    this(id, benchmark, Optional.of(new Argument(name, low, high, usual)), needs);
  }

  OperationKind(String id, String benchmark, Optional<Argument> argument, Need... needs) {
    this.id = id;
    this.benchmark = benchmark;
    this.argument = argument;
    this.needs = Set.of(needs);
  }

  /** What an operation needs or does that others do not. */
  private enum Need {
    VERSIONS,
    BUILD,
    FREES
  }

  /** The one number that an operation may be given, a whole one if its range is not 0 to 1. */
  record Argument(String name, double low, double high, double usual) {
    boolean isWhole() {
      return high > 1;
    }
  }

  /** The word in plans and samples. */
  public String id() {
    return id;
  }

  /** Class and method that time it. */
  public String benchmark() {
    return benchmark;
  }

  /** Whether only maps with versions can do it. */
  public boolean needsVersions() {
    return needs.contains(Need.VERSIONS);
  }

  /** Whether the way to build many entries at once matters. */
  public boolean isBuilding() {
    return needs.contains(Need.BUILD);
  }

  /** Whether blocks are freed while it is timed. */
  public boolean isFreeing() {
    return needs.contains(Need.FREES);
  }

  Optional<Argument> argument() {
    return argument;
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(OperationKind::id).toList();
  }
}
