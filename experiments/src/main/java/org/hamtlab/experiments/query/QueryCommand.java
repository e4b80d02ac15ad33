package org.hamtlab.experiments.query;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.terminal.Table;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers SQL over bundles. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Answers SQL (DuckDB's) over one or more bundles, which it never writes.",
      "Column 'bundle' of every table says where a row is from. Example:",
      "  hamt query results/* \"select bundle, label, ratio from cells order by ratio\""
    })
public final class QueryCommand implements Callable<Integer> {
  private static final int FAILED = 2;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR... SQL",
      description = "Folders of bundles, or a quoted pattern of them; the SQL comes last.")
  private List<String> words = new ArrayList<>();

  @Option(names = "--tables", description = "Lists tables and columns; no SQL is given then.")
  private boolean listsTables;

  @ArgGroup(exclusive = true)
  private Format format = new Format();

  @Spec private CommandSpec spec;

  /** How the answer is printed. */
  private static final class Format {
    @Option(names = "--json", description = "Prints a list of JSON objects.")
    private boolean json;

    @Option(names = "--csv", description = "Prints comma-separated values with a header.")
    private boolean csv;
  }

  /** Creates the command. */
  public QueryCommand() {}

  @Override
  public Integer call() {
    if (!listsTables) {
      requireSql();
    }
    List<String> folders = listsTables ? words : words.subList(0, words.size() - 1);
    try (BundleDatabase database = BundleDatabase.open(BundlePaths.of(folders))) {
      return listsTables ? list(database) : answer(database, words.getLast());
    }
  }

  private void requireSql() {
    String last = words.getLast();
    if (words.size() == 1 || Files.isDirectory(Path.of(last))) {
      throw new ConfigurationException(
          "query: the SQL is missing after '"
              + last
              + "' (expected DIR... SQL). For example: hamt query "
              + last
              + " \"select * from cells\"; --tables lists the tables.");
    }
  }

  private int answer(BundleDatabase database, String sql) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      output().print(database.query(sql), out);
      out.flush();
      return 0;
    } catch (SQLException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("SQL: " + e.getMessage().strip());
      err.println("Tables and their columns:");
      database.tables().forEach((table, columns) -> err.println("  " + line(table, columns)));
      err.flush();
      return FAILED;
    }
  }

  private int list(BundleDatabase database) {
    PrintWriter out = spec.commandLine().getOut();
    if (format.json) {
      out.print(Json.pretty(database.tables()));
    } else if (format.csv) {
      QueryOutput.CSV.print(columns(database), out);
    } else {
      Table table = new Table();
      database
          .tables()
          .forEach((name, columns) -> table.row(name, String.join(" ", columns.keySet())));
      table.print(out);
    }
    out.flush();
    return 0;
  }

  private static QueryResult columns(BundleDatabase database) {
    List<List<Object>> rows = new ArrayList<>();
    database
        .tables()
        .forEach((table, columns) ->
            columns.forEach((column, type) -> rows.add(List.of(table, column, type))));
    return new QueryResult(List.of("table", "column", "type"), rows);
  }

  private static String line(String table, Map<String, String> columns) {
    return table + columns.keySet().stream().collect(Collectors.joining(", ", "(", ")"));
  }

  private QueryOutput output() {
    return format.json ? QueryOutput.JSON : format.csv ? QueryOutput.CSV : QueryOutput.TABLE;
  }
}
