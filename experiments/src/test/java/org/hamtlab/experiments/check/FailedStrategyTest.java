package org.hamtlab.experiments.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.hamtlab.experiments.cli.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of a plug-in that throws. */
class FailedStrategyTest {
  private static final String MIX = "int mixed = (int) hash;";

  @TempDir private Path folder;

  @Test
  void isNamedWithoutAStackTrace() throws IOException {
    Path jar = AcmeJar.write(folder, MIX, MIX + " java.util.Objects.checkIndex(mixed, 50);");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    Terminal terminal = new Terminal();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      assertThat(terminal.run("count", "hash=acme.xorshift-multiply", "--keys", "sequential:100"))
          .isEqualTo(1);
    } finally {
      thread.setContextClassLoader(before);
    }
    assertThat(terminal.err())
        .startsWith("hash: 'acme.xorshift-multiply' failed with java.lang.IndexOutOfBounds")
        .contains("XorshiftMultiplyMixer.java:", "'hamt check JAR' runs the contracts")
        .doesNotContain("\tat ");
  }
}
