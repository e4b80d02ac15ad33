package org.hamtlab.experiments.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;

/**
 * The strategy that threw, told by the package tree of its provider: copies that a composition has
 * of its own keep their names.
 *
 * @param axis of the strategy
 * @param id of the strategy
 * @param failure what was thrown
 * @param place where
 */
record FailedStrategy(Axis axis, String id, Throwable failure, StackTraceElement place) {
  private static final List<String> OF_THE_JDK = List.of("java.", "javax.", "jdk.", "sun.");

  private record Candidate(Axis axis, StrategyProvider provider) {
    String tree() {
      return provider.getClass().getPackageName();
    }
  }

  /** The strategy whose code threw first; empty if keys or hamtlab did. */
  static Optional<FailedStrategy> in(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    Throwable thrown = deepest;
    return Stream.of(thrown.getStackTrace())
        .filter(frame -> OF_THE_JDK.stream().noneMatch(frame.getClassName()::startsWith))
        .findFirst()
        .flatMap(frame -> owner(frame).map(found -> found.failed(thrown, frame)));
  }

  private static Optional<Owner> owner(StackTraceElement frame) {
    String type = frame.getClassName();
    return Arrays.stream(Axis.values())
        .flatMap(axis ->
            Registry.installed().providers(axis).stream()
                .map(provider -> new Candidate(axis, provider)))
        .filter(candidate -> type.startsWith(candidate.tree() + "."))
        .max(
            Comparator.comparingInt((Candidate candidate) -> candidate.tree().length())
                .thenComparing(candidate -> shared(type, candidate.provider().getClass().getName()))
                .thenComparing(candidate -> candidate.provider().id().value()))
        .map(candidate -> new Owner(candidate.axis(), candidate.provider().id().value()));
  }

  /** Letters at the beginning that two names share. */
  private static int shared(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int same = 0;
    while (same < length && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }

  private record Owner(Axis axis, String id) {
    FailedStrategy failed(Throwable failure, StackTraceElement place) {
      return new FailedStrategy(axis, id, failure, place);
    }
  }

  /** The error in words. */
  String sentence() {
    return axis
        + ": '"
        + id
        + "' failed with "
        + failure
        + " at "
        + place
        + " (expected a strategy that keeps its contract). Mend the plug-in; 'hamt check JAR' runs"
        + " the contracts over it. Or choose another "
        + axis
        + ".";
  }
}
