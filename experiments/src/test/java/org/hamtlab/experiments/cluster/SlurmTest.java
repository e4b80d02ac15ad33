package org.hamtlab.experiments.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlurmTest {
  @Test
  void aCommandThatNeverAnswersIsGivenUp() {
    assertThatThrownBy(() -> Slurm.run(List.of("sh", "-c", "sleep 600"), "", 1))
        .isInstanceOf(IOException.class)
        .hasMessage("sh: no answer within 1 seconds");
  }

  @Test
  void aCommandThatRefusesWithoutReadingIsHeard() throws IOException {
    Slurm.Answer answer =
        Slurm.run(List.of("sh", "-c", "echo refused; exit 3"), "x".repeat(1 << 20), 60);
    assertThat(answer).isEqualTo(new Slurm.Answer(3, "refused\n"));
  }
}
