package org.hamtlab.experiments.query;

import java.util.List;
import java.util.Optional;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Environment;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.store.ForkAudit;
import org.hamtlab.experiments.store.GatePass;
import org.hamtlab.experiments.store.Plan;
import org.hamtlab.experiments.store.Sample;
import org.hamtlab.experiments.store.Stopped;

/**
 * A part of a bundle as a table.
 *
 * @param name of the table
 * @param file of the bundle that it is read from
 * @param path names that lead from that file's object to the rows; empty if the object itself, or
 *     each line, is a row
 * @param row record of a row; without it the engine guesses columns and types
 * @param select columns taken; {@code *} for all
 */
record View(
    String name,
    String file,
    List<String> path,
    Optional<Class<? extends Record>> row,
    String select) {
  private static final String LINES = ".jsonl";
  private static final String ALL_COLUMNS = "*";

  /** All that a bundle has. */
  static final List<View> ALL =
      List.of(
          lines("samples", Sample.class, ALL_COLUMNS),
          lines(
              "counts",
              Count.class,
              "* EXCLUDE (shape, telemetry, locality), shape.*, telemetry.*, locality.*"),
          lines("audits", ForkAudit.class, ALL_COLUMNS),
          lines("hosts", Environment.class, ALL_COLUMNS),
          lines("gate", GatePass.class, ALL_COLUMNS),
          lines("failures", Failure.class, ALL_COLUMNS),
          plan("plan", Plan.class),
          plan("treatments", Plan.PlannedTreatment.class, "treatments"),
          plan("factors", Plan.Factor.class, "factors"),
          plan("keysets", Plan.KeySet.class, "keySets"),
          plan("exclusions", Plan.Exclusion.class, "exclusions"),
          plan("aliases", Plan.Alias.class, "aliases"),
          plan("blocks", Plan.Block.class, "blocks"),
          part("environment", "environment.json", Environment.class),
          part("jars", "environment.json", Environment.Jar.class, "jars"),
          part("stopped", "stopped.json", Stopped.class),
          part("cells", "analysis.json", Analysis.Cell.class, "cells"),
          part(
              "controls",
              "analysis.json",
              Analysis.ControlOfTreatment.class,
              "control",
              "byTreatment"),
          part("refusals", "analysis.json", Analysis.Refusal.class, "refusals"));

  private static View lines(String name, Class<? extends Record> row, String select) {
    return new View(name, name + LINES, List.of(), Optional.of(row), select);
  }

  private static View plan(String name, Class<? extends Record> row, String... path) {
    return part(name, "plan.json", row, path);
  }

  private static View part(String name, String file, Class<? extends Record> row, String... path) {
    return new View(name, file, List.of(path), Optional.of(row), ALL_COLUMNS);
  }

  /** A file of JSON lines of which no record is known. */
  static View unknown(String file) {
    String name = file.substring(0, file.length() - LINES.length());
    return new View(name, file, List.of(), Optional.empty(), ALL_COLUMNS);
  }

  boolean isLines() {
    return file.endsWith(LINES);
  }
}
