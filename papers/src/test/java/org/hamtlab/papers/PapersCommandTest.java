package org.hamtlab.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.hamtlab.config.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PapersCommandTest {
  @TempDir private Path dir;

  @Test
  void judgesNoFolderThatDoesNotExist() {
    Path absent = dir.resolve("absent");
    PapersCommand command = new PapersCommand();
    new CommandLine(command).parseArgs("--from", absent.toString());
    assertThatThrownBy(command::call)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--from: '" + absent + "'");
    assertThat(absent).doesNotExist();
  }
}
