package org.hamtlab.experiments.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.count.BlockSurvey;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.experiments.report.ExplainPage;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.IdleParameter;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a small trie and its memory, and says in words what each strategy does. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Draws the assembled trie and its memory for a few keys, and explains it.")
public final class ExplainCommand implements Callable<Integer> {
  private static final int MOST_KEYS = 200;
  private static final List<Object> A_DOZEN =
      List.of(
          "apple", "banana", "cherry", "date", "elder", "fig", "grape", "hazel", "iris", "juniper",
          "kiwi", "lemon");

  @Parameters(arity = "0..*", paramLabel = "PHRASE", description = "The composition.")
  private List<String> phrase = new ArrayList<>();

  @Option(
      names = "--keys",
      paramLabel = "KEYS",
      description = "At most " + MOST_KEYS + " keys (default: a dozen words).")
  private String keys;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also draws it, block by block, on a page that loads nothing.")
  private Path page;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public ExplainCommand() {}

  @Override
  public Integer call() {
    Registry registry = Registry.installed();
    Treatment treatment =
        registry.possible(phrase.isEmpty() ? "@default" : String.join(" ", phrase));
    List<Object> chosen = keys == null ? A_DOZEN : Keys.of(keys);
    if (chosen.size() > MOST_KEYS) {
      throw new ConfigurationException(
          "keys: "
              + chosen.size()
              + " (expected at most "
              + MOST_KEYS
              + ", more cannot be drawn). Use 'hamt count' for large maps.");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Hamt<Object, Object> map = Composition.of(registry, treatment).newMap()) {
      chosen.forEach(key -> map.put(key, key));
      out.println(treatment.phrase());
      out.println();
      TrieDrawing drawing = new TrieDrawing();
      map.visit(drawing);
      drawing.print(out);
      out.println();
      StringWriter words = new StringWriter();
      for (Axis axis : Axis.values()) {
        inWords(registry, axis, treatment.on(axis), "", new PrintWriter(words));
      }
      registry.idle(treatment).stream()
          .filter(IdleParameter::isSet)
          .forEach(idle -> new PrintWriter(words).println(idle.sentence()));
      out.print(words);
      if (page != null) {
        ExplainPage.write(
            page, treatment.phrase(), drawing.roots(), BlockSurvey.of(map), words.toString());
        out.println();
        out.println("Page: " + page);
      }
    }
    out.flush();
    return 0;
  }

  private static void inWords(
      Registry registry, Axis axis, Selection selection, String indent, PrintWriter out) {
    if (selection.isNone()) {
      return;
    }
    StrategyProvider provider = registry.provider(axis, selection.id().orElseThrow());
    out.println(indent + axis + "=" + provider.id() + "  " + provider.summary());
    for (Parameter<?> parameter : provider.parameters()) {
      Object value = selection.settings().get(parameter);
      if (value instanceof Selection nested) {
        out.println(indent + "  " + parameter.name() + ": " + parameter.sentence());
        inWords(registry, axis, nested, indent + "    ", out);
      } else {
        String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
        out.println(
            indent + "  " + parameter.name() + "=" + value + unit + ": " + parameter.sentence());
      }
    }
  }
}
