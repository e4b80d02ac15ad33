package org.hamtlab.experiments.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a contract found.
 *
 * @param subject what it was run over
 * @param passed number of tests that passed
 * @param failures the tests that failed
 * @param skipped the tests that do not apply, with the reason
 */
record ContractResult(
    Subject subject, int passed, List<Failure> failures, Map<String, String> skipped) {

  /**
   * A test that failed.
   *
   * @param test its name
   * @param message what it says
   * @param place where in the plug-in it failed; empty if not there
   */
  record Failure(String test, String message, String place) {}

  /** What the author of the strategy should do about failures. */
  String remedy() {
    String contract = subject.contract().published().getName();
    return switch (subject.contract()) {
      case HASH, LAYOUT, ALLOCATOR, COMPRESSION ->
          "Write a test that extends "
              + contract
              + " and answers new "
              + subject.provider().getClass().getName()
              + "(), repeat it there, and mend the strategy.";
      case MAP, VERSION ->
          "Write a test that extends "
              + contract
              + " over Composition.of(\""
              + subject.phrase()
              + "\"), repeat it there, and mend the strategy; 'allocator=checked{parent=...}'"
              + " asserts every call.";
    };
  }

  /** The result as one JSON object. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("strategy", subject.selection().name());
    fields.put("axis", subject.axis().key());
    fields.put("contract", subject.contract().key());
    fields.put("phrase", subject.phrase());
    fields.put("passed", passed);
    fields.put("failed", failures.size());
    fields.put("skipped", skipped.size());
    fields.put("failures", failures);
    fields.put("skips", skipped);
    if (!failures.isEmpty()) {
      fields.put("remedy", remedy());
    }
    return fields;
  }
}
