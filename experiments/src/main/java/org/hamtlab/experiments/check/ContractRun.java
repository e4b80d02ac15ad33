package org.hamtlab.experiments.check;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hamtlab.experiments.check.ContractResult.Failure;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one contract over one subject with the launcher of JUnit. */
final class ContractRun implements TestExecutionListener {
  /** Many times what the slowest test takes; a strategy that hangs is a failure like others. */
  private static final String TIME_LIMIT = "300 s";

  private final List<Failure> failures = new ArrayList<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();
  private final ClassLoader plugin;
  private int passed;

  private ContractRun(ClassLoader plugin) {
    this.plugin = plugin;
  }

  /**
   * Runs the contract of a subject.
   *
   * @param plugin the loader of the strategy, to find its frames in stack traces
   */
  static ContractResult of(Subject subject, ClassLoader plugin) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(subject.contract().conformance()))
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .configurationParameter("junit.jupiter.execution.timeout.default", TIME_LIMIT)
            .configurationParameter(
                "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
            .build();
    ContractRun run = new ContractRun(plugin);
    ScopedValue.where(Conformance.SUBJECT, subject)
        .run(() -> LauncherFactory.create().execute(request, run));
    return new ContractResult(subject, run.passed, run.failures, run.skipped);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Throwable thrown = result.getThrowable().orElse(null);
    switch (result.getStatus()) {
      case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
      case ABORTED -> skipped.put(name(test), thrown == null ? "" : message(thrown));
      case FAILED -> failures.add(failure(test, thrown));
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    skipped.put(name(test), reason);
  }

  private Failure failure(TestIdentifier test, Throwable thrown) {
    return thrown == null
        ? new Failure(name(test), "failed without a cause", "")
        : new Failure(name(test), message(thrown), place(thrown));
  }

  private static String name(TestIdentifier test) {
    return test.getDisplayName().replace("()", "");
  }

  private static String message(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isBlank() ? thrown.toString() : message.strip();
  }

  /** The frame of the plug-in that is nearest to the deepest cause. */
  private String place(Throwable thrown) {
    List<Throwable> causes =
        Stream.iterate(thrown, each -> each != null, Throwable::getCause).toList();
    return causes.reversed().stream()
        .flatMap(each -> Stream.of(each.getStackTrace()))
        .filter(this::isOfPlugin)
        .findFirst()
        .map(StackTraceElement::toString)
        .orElse("");
  }

  private boolean isOfPlugin(StackTraceElement frame) {
    try {
      return Class.forName(frame.getClassName(), false, plugin).getClassLoader() == plugin;
    } catch (ClassNotFoundException | LinkageError hidden) {
      return false;
    }
  }
}
