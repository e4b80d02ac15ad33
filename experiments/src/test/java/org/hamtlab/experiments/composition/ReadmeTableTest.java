package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import org.hamtlab.experiments.cli.Main;
import org.junit.jupiter.api.Test;

/** The README's table of strategies is what the strategies declare. */
class ReadmeTableTest {

  @Test
  void isWhatListPrints() throws IOException {
    StringWriter printed = new StringWriter();
    int status = Main.commandLine().setOut(new PrintWriter(printed)).execute("list", "--markdown");
    assertThat(status).isZero();

    assertThat(Files.readString(Repository.root().resolve("README.md")))
        .as("README.md: put what './hamt list --markdown' prints in place of its table")
        .containsIgnoringNewLines(printed.toString())
        .containsOnlyOnce("| strategy | what it is |");
  }
}
