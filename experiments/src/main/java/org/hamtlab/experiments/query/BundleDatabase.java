package org.hamtlab.experiments.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hamtlab.experiments.fork.Scratch;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;

/**
 * Bundles as tables of an SQL engine in this process.
 *
 * <p><b>Shape.</b> The tables are copies in memory; column {@code bundle} says where a row is from.
 * Once they are filled the engine is shut off from files and network and takes statements that read
 * alone, so that no statement can write a bundle, or seem to.
 *
 * <p><b>Cost.</b> About a second to start: the driver unpacks its library.
 *
 * <p><b>Source.</b> DuckDB, duckdb.org.
 */
public final class BundleDatabase implements AutoCloseable {
  private final Connection connection;

  private BundleDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Reads bundles; a folder that is none is an error. */
  public static BundleDatabase open(List<Path> bundles) {
    bundles.forEach(bundle -> new BundleFiles(bundle).requireFrozenPlan());
    Connection connection = connect();
    try (Scratch scratch = Scratch.create()) {
      load(connection, named(bundles), scratch.dir());
      return new BundleDatabase(connection);
    } catch (SQLException e) {
      close(connection);
      throw new BundleException(
          bundles.stream().map(Path::toString).collect(Collectors.joining(", "))
              + ": cannot be read as tables. "
              + e.getMessage()
              + " Restore the file from a copy; docs/bundle.md lists what it should hold.",
          e);
    } catch (IOException e) {
      close(connection);
      throw new BundleException("temporary folder: cannot be written. " + e.getMessage(), e);
    } catch (RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  /** Runs a statement of the user, which may only read. */
  public QueryResult query(String sql) throws SQLException {
    execute("BEGIN TRANSACTION READ ONLY");
    try {
      return answer(sql);
    } finally {
      execute("ROLLBACK");
    }
  }

  private QueryResult answer(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        throw new SQLException(
            "this statement gives no rows (expected one that reads, such as SELECT or DESCRIBE)");
      }
      try (ResultSet rows = statement.getResultSet()) {
        return QueryResult.of(rows);
      }
    }
  }

  /** In a statement of its own, since a failure closes one. */
  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The tables and their columns with types, in their order. */
  public Map<String, Map<String, String>> tables() {
    Map<String, Map<String, String>> tables = new LinkedHashMap<>();
    try {
      QueryResult columns =
          query(
              "SELECT c.table_name, c.column_name, c.data_type FROM duckdb_columns() c"
                  + " JOIN duckdb_tables() t USING (table_oid)"
                  + " ORDER BY table_oid, c.column_index");
      columns
          .rows()
          .forEach(row ->
              tables
                  .computeIfAbsent(row.get(0).toString(), any -> new LinkedHashMap<>())
                  .put(row.get(1).toString(), row.get(2).toString()));
      return tables;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Writes the samples of the only bundle to a file.
   *
   * @param options what follows {@code COPY … TO file}
   */
  public static void copySamples(Path bundle, Path file, String options) throws SQLException {
    new BundleFiles(bundle).requireFrozenPlan();
    View samples = View.ALL.getFirst();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        Scratch scratch = Scratch.create()) {
      Path rows = new Rows(scratch.dir()).of(bundle, samples, samples.name());
      statement.execute(
          "COPY (SELECT * FROM "
              + source(samples, rows)
              + ") TO "
              + literal(file.toString())
              + " ("
              + options
              + ")");
    } catch (IOException e) {
      throw new BundleException("temporary folder: cannot be written. " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    close(connection);
  }

  private static Connection connect() {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET autoinstall_known_extensions = false");
        statement.execute("SET autoload_known_extensions = false");
        statement.execute("SET preserve_insertion_order = true");
      }
      return connection;
    } catch (SQLException e) {
      throw new BundleException(
          "DuckDB: cannot start (" + e.getMessage() + "). Its driver must be on the class path.",
          e);
    }
  }

  private static void load(Connection connection, Map<String, Path> bundles, Path scratch)
      throws SQLException {
    Rows rows = new Rows(scratch);
    try (Statement statement = connection.createStatement()) {
      for (View view : views(bundles.values())) {
        List<String> selects = new ArrayList<>();
        for (Map.Entry<String, Path> bundle : bundles.entrySet()) {
          Path file = rows.of(bundle.getValue(), view, view.name() + selects.size());
          selects.add(
              "SELECT "
                  + literal(bundle.getKey())
                  + " AS bundle, "
                  + view.select()
                  + " FROM "
                  + source(view, file));
        }
        statement.execute(
            "CREATE TABLE "
                + '"'
                + view.name()
                + "\" AS "
                + String.join(" UNION ALL BY NAME ", selects));
      }
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    }
  }

  /** The known views, and one for each other file of JSON lines that is not empty. */
  private static List<View> views(Iterable<Path> bundles) {
    List<View> views = new ArrayList<>(View.ALL);
    Set<String> known =
        View.ALL.stream().map(View::file).collect(Collectors.toCollection(TreeSet::new));
    for (Path bundle : bundles) {
      try (Stream<Path> files = Files.list(bundle)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.matches("[a-z][a-z0-9-]*\\.jsonl") && known.add(name))
            .sorted()
            .forEach(name -> views.add(View.unknown(name)));
      } catch (IOException e) {
        throw new BundleException(bundle + ": cannot be read. " + e.getMessage(), e);
      }
    }
    return views;
  }

  private static String source(View view, Path file) {
    return "read_json("
        + literal(file.toAbsolutePath().toString())
        + ", format = 'newline_delimited'"
        + view.row().map(row -> ", columns = " + SqlTypes.columns(row)).orElse("")
        + ")";
  }

  /** Folders' names; the paths as given where two are equal. */
  private static Map<String, Path> named(List<Path> bundles) {
    Map<String, Path> named = new LinkedHashMap<>();
    List<String> names = bundles.stream().map(BundleDatabase::name).toList();
    for (Path bundle : bundles) {
      boolean isUnique = names.indexOf(name(bundle)) == names.lastIndexOf(name(bundle));
      named.put(isUnique ? name(bundle) : bundle.toString(), bundle);
    }
    return named;
  }

  private static String name(Path bundle) {
    return bundle.toAbsolutePath().normalize().getFileName().toString();
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
