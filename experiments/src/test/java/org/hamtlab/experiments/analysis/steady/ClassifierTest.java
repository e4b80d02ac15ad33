package org.hamtlab.experiments.analysis.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private final Classifier classifier = new Classifier(0.02);

  private Course classify(double... times) {
    double[] logs = Arrays.stream(times).map(Math::log).toArray();
    return classifier.classify(Arrays.copyOf(logs, 3), Arrays.copyOfRange(logs, 3, logs.length));
  }

  @Test
  void levelTimesAreFlat() {
    assertThat(classify(10, 10.1, 9.9, 10, 10.1, 9.95, 10)).isEqualTo(Course.FLAT);
  }

  @Test
  void slowBeginningIsWarmUp() {
    assertThat(classify(14, 14.1, 10, 10.1, 10, 9.9, 10)).isEqualTo(Course.WARM_UP);
  }

  @Test
  void fastBeginningIsSlowdown() {
    assertThat(classify(10, 10.1, 14, 14.1, 14, 13.9, 14)).isEqualTo(Course.SLOWDOWN);
  }

  @Test
  void shiftAmongTheIterationsThatCountIsNoSteadyState() {
    assertThat(classify(10, 10.1, 10, 9.9, 10, 14, 14.1)).isEqualTo(Course.NO_STEADY_STATE);
    assertThat(classify(14, 14.1, 14, 13.9, 14, 10, 10.1)).isEqualTo(Course.NO_STEADY_STATE);
  }

  @Test
  void shiftBelowTheSmallestEffectIsNone() {
    assertThat(classify(10, 10, 10, 10, 10, 10.1, 10.1)).isEqualTo(Course.FLAT);
  }

  @Test
  void loneOutlierIsNoLevel() {
    assertThat(classify(10, 10.1, 10, 9.9, 12, 10, 10.1)).isEqualTo(Course.FLAT);
    assertThat(classify(10, 10.1, 10, 9.9, 10, 10.1, 12)).isEqualTo(Course.FLAT);
  }

  @Test
  void fiveIterationsAreTooFew() {
    assertThat(classify(10, 10, 10, 20, 20)).isEqualTo(Course.UNKNOWN);
  }

  @Test
  void levelNoiseIsSeldomTakenForAShift() {
    Random random = new Random(1);
    int shifts = 0;
    for (int fork = 0; fork < 2000; fork++) {
      double[] noise = new double[7];
      Arrays.setAll(noise, i -> 0.03 * random.nextGaussian());
      Course course = classifier.classify(Arrays.copyOf(noise, 3), Arrays.copyOfRange(noise, 3, 7));
      shifts += course == Course.FLAT ? 0 : 1;
    }
    assertThat(shifts).as("of 2,000 level forks").isLessThan(160);
  }

  @Test
  void warmUpOfTenTimesTheNoiseIsFound() {
    Random random = new Random(2);
    int found = 0;
    for (int fork = 0; fork < 500; fork++) {
      double[] logs = new double[7];
      Arrays.setAll(logs, i -> (i < 3 ? 0.2 : 0) + 0.02 * random.nextGaussian());
      Course course = classifier.classify(Arrays.copyOf(logs, 3), Arrays.copyOfRange(logs, 3, 7));
      found += course == Course.WARM_UP ? 1 : 0;
    }
    assertThat(found).as("of 500 forks that warm up").isGreaterThan(400);
  }
}
