package org.hamtlab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private final Bootstrap bootstrap = new Bootstrap(2000, 0.95);

  /**
   * Forks of one iteration, 10 and 40 ns: a resample is (10,10), (10,40), (40,10) or (40,40), each
   * with probability 1/4, so its geometric mean is 10, 20 or 40 with 1/4, 1/2, 1/4, and the 2.5 %
   * and 97.5 % quantiles are the extremes.
   */
  @Test
  void twoForksGiveTheWorkedInterval() {
    Bootstrap.Interval time = bootstrap.time(forks(new double[] {10}, new double[] {40}), 1);
    assertThat(time.value()).isCloseTo(20, within(1e-9));
    assertThat(time.low()).isCloseTo(10, within(1e-9));
    assertThat(time.high()).isCloseTo(40, within(1e-9));
  }

  /** Against a constant 20 ns the same forks give ratios 0.5, 1 and 2. */
  @Test
  void ratioDividesByTheBaseline() {
    Bootstrap.Interval ratio =
        bootstrap.ratio(
            forks(new double[] {10}, new double[] {40}), forks(new double[] {20, 20}), 1);
    assertThat(ratio.value()).isCloseTo(1, within(1e-9));
    assertThat(ratio.low()).isCloseTo(0.5, within(1e-9));
    assertThat(ratio.high()).isCloseTo(2, within(1e-9));
  }

  /** One fork of 10 and 40 ns: its iterations are drawn, and give what two forks gave above. */
  @Test
  void iterationsAreDrawnWithinAFork() {
    Bootstrap.Interval time = bootstrap.time(forks(new double[] {10, 40}), 1);
    assertThat(time.low()).isCloseTo(10, within(1e-9));
    assertThat(time.high()).isCloseTo(40, within(1e-9));
  }

  @Test
  void everyForkWeighsTheSame() {
    Forks forks = forks(new double[] {10, 10, 10, 10}, new double[] {40});
    assertThat(Math.exp(forks.mean())).isCloseTo(20, within(1e-9));
  }

  @Test
  void equalSeedsGiveEqualIntervals() {
    Forks forks = forks(new double[] {10, 11, 13}, new double[] {12, 12, 14});
    assertThat(bootstrap.time(forks, 4)).isEqualTo(bootstrap.time(forks, 4));
  }

  @Test
  void quantilesLieBetweenOrderStatistics() {
    assertThat(Bootstrap.quantile(new double[] {0, 10, 20, 30}, 0.5)).isEqualTo(15);
    assertThat(Bootstrap.quantile(new double[] {0, 10, 20, 30}, 0.975))
        .isCloseTo(29.25, within(1e-9));
  }

  private static Forks forks(double[]... times) {
    return Forks.ofTimes(List.of(times));
  }
}
