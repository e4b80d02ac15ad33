package org.hamtlab.experiments.export;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.hamtlab.experiments.query.BundleDatabase;
import org.hamtlab.experiments.store.BundleFiles;

/** A format of exported samples; its name in lower case is that of the command line. */
enum ExportFormat {
  /** JMH's JSON. */
  JMH {
    @Override
    void write(BundleFiles files, Path file) throws IOException {
      try (PrintStream out =
          new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
        JmhResults.write(files, out);
        if (out.checkError()) {
          throw new IOException("the disk takes no more");
        }
      }
    }
  },

  /** Comma-separated values with a header; a column for each component of a sample. */
  CSV {
    @Override
    void write(BundleFiles files, Path file) throws IOException {
      copy(files, file, "FORMAT csv, HEADER");
    }
  },

  /** Apache Parquet; a column for each component of a sample. */
  PARQUET {
    @Override
    void write(BundleFiles files, Path file) throws IOException {
      copy(files, file, "FORMAT parquet, COMPRESSION zstd");
    }
  };

  /** Writes all samples to a new file. */
  abstract void write(BundleFiles files, Path file) throws IOException;

  private static void copy(BundleFiles files, Path file, String options) throws IOException {
    try {
      BundleDatabase.copySamples(files.dir(), file, options);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
