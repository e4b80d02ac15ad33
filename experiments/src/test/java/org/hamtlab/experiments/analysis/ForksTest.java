package org.hamtlab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.junit.jupiter.api.Test;

class ForksTest {
  /** Student's 97.5 % quantile with one degree of freedom. */
  private static final double STUDENT_1 = 12.7062;

  @Test
  void everyForkWeighsTheSame() {
    Forks forks = forks(new double[] {10, 10, 10, 10}, new double[] {40});
    assertThat(Math.exp(forks.mean())).isCloseTo(20, within(1e-9));
  }

  /** Forks of 10 and 40 ns: mean logarithm ln 20, standard error ln 2 = (ln 40 - ln 10) / 2. */
  @Test
  void twoForksGiveTheIntervalOfStudent() {
    Interval time = forks(new double[] {10, 10}, new double[] {40, 40}).interval(0.95);
    assertThat(time.value()).isCloseTo(20, within(1e-9));
    assertThat(Math.log(time.high() / 20)).isCloseTo(STUDENT_1 * Math.log(2), within(1e-3));
    assertThat(Math.log(20 / time.low())).isCloseTo(STUDENT_1 * Math.log(2), within(1e-3));
  }

  @Test
  void aLoneForkIsJudgedByItsIterations() {
    assertThat(forks(new double[] {10, 40}).interval(0.95))
        .isEqualTo(forks(new double[] {10}, new double[] {40}).interval(0.95));
  }

  @Test
  void whatAForkSharesCancelsInTheRatio() {
    Forks slow = forks(new double[] {20, 40}, new double[] {200, 400});
    Forks fast = forks(new double[] {10, 20}, new double[] {100, 200});
    Interval ratio = slow.over(fast).interval(0.95);
    assertThat(ratio.value()).isCloseTo(2, within(1e-9));
    assertThat(ratio.high() / ratio.low()).isCloseTo(1, within(1e-5));
  }

  @Test
  void sidesOfUnequalLengthAreComparedByTheirMeans() {
    Forks subject = forks(new double[] {20, 20, 20}, new double[] {80}, new double[] {1});
    Forks other = forks(new double[] {10}, new double[] {20, 20});
    assertThat(subject.over(other).means())
        .containsExactly(new double[] {Math.log(2), Math.log(4)}, within(1e-12));
  }

  @Test
  void meanOverCellsKeepsForksApart() {
    Forks mean =
        Forks.mean(
            List.of(
                forks(new double[] {10}, new double[] {1}),
                forks(new double[] {40}, new double[] {9})));
    assertThat(mean.means())
        .containsExactly(new double[] {Math.log(20), Math.log(3)}, within(1e-12));
  }

  private static Forks forks(double[]... times) {
    return Forks.ofTimes(List.of(times));
  }
}
