package org.hamtlab.experiments.huffman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.huffman.Setup.Freeing;
import org.hamtlab.experiments.huffman.Setup.Sharing;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees small enough to be drawn by hand, and inputs. */
class BlockTaskTest {
  @TempDir private Path folder;

  private long signature(String text) throws Exception {
    Path file = folder.resolve("input");
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    Setup setup = new Setup("first-fit", 1, 1, Freeing.EACH, Sharing.SHARED);
    try (HuffmanRun run =
        new HuffmanRun(
            Registry.installed(), HuffmanInput.parse(file.toString()), setup, warning -> {})) {
      return run.run().signature();
    }
  }

  @Test
  void oneSymbolIsATreeOfOneNode() throws Exception {
    assertThat(signature("aaa")).isEqualTo(3 + 'a');
  }

  @Test
  void theRarerSymbolStandsLeft() throws Exception {
    // (3) over left b:1, right a:2, in pre-order.
    assertThat(signature("aab")).isEqualTo((3 * 31 + 1 + 'b') * 31 + 2 + 'a');
  }

  @Test
  void equalSymbolsSwapOnTheirWayUp() throws Exception {
    // a then b are pushed; b, no rarer than its parent a, passes it and is popped first.
    assertThat(signature("ab")).isEqualTo((2 * 31 + 1 + 'b') * 31 + 1 + 'a');
  }

  @Test
  void bytesAreUnsigned() throws Exception {
    assertThat(signature("\u00ff")).isEqualTo(1 + 255);
  }

  @Test
  void signaturesOfBlocksAddUp() throws Exception {
    assertThat(signature("a".repeat(1_024) + "b".repeat(7))).isEqualTo(1_024 + 'a' + 7 + 'b');
  }

  @ParameterizedTest
  @ValueSource(strings = {"lcg:1", "lcg:1:0", "lcg:x:10", "lcg:1:999999999999", "nowhere.bin"})
  void refusesWhatIsNoInput(String text) {
    assertThatThrownBy(() -> HuffmanInput.parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("input: '" + text + "'")
        .hasMessageContaining("expected FILE, or lcg:SEED:BYTES");
  }

  @Test
  void refusesAnEmptyFile() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));

    assertThatThrownBy(() -> HuffmanInput.parse(empty.toString()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("0 bytes");
  }
}
