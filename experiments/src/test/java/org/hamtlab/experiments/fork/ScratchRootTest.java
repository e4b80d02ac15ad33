package org.hamtlab.experiments.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchRootTest {
  private static final Instant LATER = Instant.now().plus(Duration.ofHours(1));
  @TempDir private Path temp;

  @Test
  void whatAKilledProcessLeftIsRemoved() throws IOException {
    Path left = left();
    ScratchRoot.removeStale(temp, LATER);
    assertThat(left).doesNotExist();
  }

  @Test
  void whatHasJustBeenMadeStays() throws IOException {
    Path left = left();
    ScratchRoot.removeStale(temp, Instant.now());
    assertThat(left).exists();
  }

  @Test
  void whatALivingProcessLocksStays() throws IOException {
    try (ScratchRoot root = ScratchRoot.in(temp)) {
      ScratchRoot.removeStale(temp, LATER);
      assertThat(root.dir()).exists();
    }
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void foldersOfOthersStay() throws IOException {
    Path other = Files.createDirectory(temp.resolve("hamt-forks-without-a-lock"));
    ScratchRoot.removeStale(temp, LATER);
    assertThat(other).exists();
  }

  @Test
  void theLastScratchFolderTakesTheProcessesOwnWithIt() throws IOException {
    Path parent;
    try (Scratch first = Scratch.create();
        Scratch second = Scratch.create()) {
      parent = first.dir().getParent();
      assertThat(second.dir()).hasParent(parent).isEmptyDirectory();
    }
    assertThat(parent).doesNotExist();
  }

  private Path left() throws IOException {
    Path root = Files.createDirectory(temp.resolve("hamt-forks-1"));
    Files.createFile(root.resolve(".lock"));
    Files.writeString(Files.createDirectory(root.resolve("fork-1")).resolve("classes.jsa"), "x");
    return root;
  }
}
