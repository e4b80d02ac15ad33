package org.hamtlab.experiments.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hamtlab.experiments.design.Design;
import org.hamtlab.experiments.plan.PlanSettings;
import org.hamtlab.experiments.plan.SweptFactor;
import org.hamtlab.registry.Registry;

/**
 * What a sweep file asks for; everything in it has been checked.
 *
 * @param name the file's name
 * @param design how treatments are chosen
 * @param baseline the phrase that others are compared with
 * @param to where an ablation leads
 * @param factors what is varied
 * @param treatments phrases that are named, peers included
 * @param keys key sets, as the command line spells them
 * @param seed the seed, if the file says one
 * @param resolution the least resolution of a screening design
 * @param settings question, operations, replicates, stopping rule and timing
 */
public record SweepSpec(
    String name,
    Design design,
    String baseline,
    Optional<String> to,
    List<SweptFactor> factors,
    List<String> treatments,
    List<String> keys,
    OptionalLong seed,
    int resolution,
    PlanSettings settings) {

  /**
   * Reads and checks a file.
   *
   * @throws org.hamtlab.config.ConfigurationException listing every fault with its line
   */
  public static SweepSpec read(Path file, Registry registry) {
    return parse(file.getFileName().toString(), SweepFile.text(file), registry);
  }

  /** The text of a sweep file, as it stands there. */
  public static String text(Path file) {
    return SweepFile.text(file);
  }

  /** Reads and checks the text of a file. */
  public static SweepSpec parse(String name, String text, Registry registry) {
    SpecFaults faults = new SpecFaults(name);
    SweepFile file = SweepFile.parse(name, text, faults);
    SpecEntries entries = new SpecEntries(file, faults);
    SweepSpec spec = new SpecReader(entries, faults).read();
    new SpecCheck(spec, entries, faults, registry).run();
    faults.throwIfAny();
    return spec;
  }
}
