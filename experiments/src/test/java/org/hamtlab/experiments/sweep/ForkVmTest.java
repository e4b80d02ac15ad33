package org.hamtlab.experiments.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForkVmTest {

  @Test
  void readsWhatAVirtualMachineMakesOfFlags() {
    assertThat(ForkVm.of(List.of("-XX:+UseSerialGC", "-Xmx64m", "-XX:+UseCompactObjectHeaders")))
        .isEqualTo(new ForkVm("Serial", 64 << 20, "on", "on"));
  }

  @Test
  void whatCannotBeAskedIsUnknown() {
    assertThat(ForkVm.of(List.of("-XX:+NoSuchFlag")))
        .isEqualTo(new ForkVm("unknown", 0, "unknown", "unknown"));
  }
}
