package org.hamtlab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.hamtlab.experiments.analysis.inference.Estimate;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the analysis is wrong where the truth is known, because the samples are drawn. */
class HonestyTest {
  @TempDir private Path dir;

  /** The noise of forks: normal; skewed; or now and then a fork that was compiled differently. */
  private enum Noise {
    NORMAL,
    SKEWED,
    BIMODAL;

    double draw(Random random) {
      return switch (this) {
        case NORMAL -> random.nextGaussian();
        case SKEWED -> random.nextExponential() - 1;
        case BIMODAL -> 0.5 * random.nextGaussian() + (random.nextInt(4) == 0 ? 2 : 0);
      };
    }
  }

  /** Honesty figure (a), R1 off: raw 95 % intervals of A/A comparisons. */
  @ParameterizedTest
  @CsvSource({"3, NORMAL", "4, NORMAL", "5, NORMAL", "10, NORMAL", "5, SKEWED", "5, BIMODAL"})
  void threeToSevenPercentOfRawIntervalsExcludeOne(int blocks, Noise noise) {
    Random random = new Random(blocks);
    int excluded = 0;
    for (int comparison = 0; comparison < 1000; comparison++) {
      Interval ratio = Estimate.of(differences(blocks, noise, 0.02, random)).interval(0.95);
      excluded += ratio.low() > 1 || ratio.high() < 1 ? 1 : 0;
    }
    int least = noise == Noise.NORMAL ? 30 : 10;
    assertThat(excluded).as("of 1,000 intervals").isBetween(least, 70);
  }

  private static double[] differences(int blocks, Noise noise, double sd, Random random) {
    DoubleSupplier fork =
        () ->
            sd * noise.draw(random)
                + IntStream.range(0, 4).mapToDouble(i -> sd * random.nextGaussian()).sum() / 4;
    return IntStream.range(0, blocks)
        .mapToDouble(b -> {
          double baseline = fork.getAsDouble();
          return fork.getAsDouble() - baseline;
        })
        .toArray();
  }

  /** Honesty figure (a) through the whole analysis, R1 on. */
  @Test
  void atMostHalfAPercentOfComparisonsWithoutDifferenceBecomeClaims() {
    int claims = 0;
    int comparisons = 0;
    int excluded = 0;
    for (int sweep = 0; sweep < 20; sweep++) {
      SyntheticBundle bundle = SyntheticBundle.of("hash=0").seed(sweep).noise(0.05, 0.02, 0.03);
      for (int i = 1; i <= 50; i++) {
        bundle.treatment(1, "hash=" + i);
      }
      for (Cell cell : bundle.twin(1).analyse(dir.resolve("s" + sweep)).cells()) {
        if (cell.claim().equals(Analysis.BASELINE) || cell.claim().equals(Analysis.TWIN)) {
          continue;
        }
        comparisons++;
        excluded += cell.ratioLow() > 1 || cell.ratioHigh() < 1 ? 1 : 0;
        claims += isDifference(cell) ? 1 : 0;
      }
    }
    assertThat(comparisons).isEqualTo(1000);
    assertThat(excluded).as("raw intervals that exclude 1").isBetween(30, 70);
    assertThat(claims).as("claims of a difference").isLessThanOrEqualTo(5);
  }

  /** Honesty figure (b), simulated: 21 operations executed, 20 reported, in each of 20 runs. */
  @Test
  void aPlantedTwentiethIsDetectedAndCovered() {
    int detected = 0;
    int covered = 0;
    for (int run = 0; run < 20; run++) {
      Cell cell =
          SyntheticBundle.of("hash=a")
              .seed(run)
              .noise(0.05, 0.006, 0.01)
              .treatment(21.0 / 20, "hash=b")
              .twin(1)
              .analyse(dir.resolve("r" + run))
              .cells()
              .get(1);
      detected += cell.claim().equals(Analysis.SLOWER) ? 1 : 0;
      covered += cell.ratioLow() <= 1.05 && 1.05 <= cell.ratioHigh() ? 1 : 0;
    }
    assertThat(detected).as("detected of 20").isGreaterThanOrEqualTo(18);
    assertThat(covered).as("covered of 20").isGreaterThanOrEqualTo(17);
  }

  /** Honesty figure (c). */
  @Test
  void aPlantedInteractionIsFoundAndAttributedToThePair() {
    SyntheticBundle bundle = SyntheticBundle.of("hash=0", "layout=0", "allocator=0");
    for (int i = 1; i < 8; i++) {
      double pair = (i & 3) == 3 ? 1.1 : 1;
      bundle.treatment(
          pair * ((i & 1) == 1 ? 1.2 : 1) * ((i & 4) == 4 ? 0.9 : 1),
          "hash=" + (i & 1),
          "layout=" + (i & 2),
          "allocator=" + (i & 4));
    }
    assertThat(bundle.analyse(dir).effects())
        .filteredOn(effect -> effect.claim().equals(Analysis.EFFECT))
        .extracting(Analysis.Effect::term)
        .contains("hash", "allocator", "hash × layout")
        .doesNotContain("hash × allocator", "layout × allocator");
  }

  /** Honesty figure (d), simulated: the quotient of two ratios lies in the joint interval. */
  @Test
  void ratiosOfTwoRunsOfOnePlanAgree() {
    int agree = 0;
    for (int pair = 0; pair < 40; pair++) {
      Cell one = run(2 * pair);
      Cell other = run(2 * pair + 1);
      agree += one.ratioLow() <= other.ratioHigh() && other.ratioLow() <= one.ratioHigh() ? 1 : 0;
    }
    assertThat(agree).as("of 40 pairs of runs").isGreaterThanOrEqualTo(38);
  }

  private Cell run(int seed) {
    return SyntheticBundle.of("hash=a")
        .seed(seed)
        .noise(0.05, 0.02, 0.03)
        .treatment(1.2, "hash=b")
        .analyse(dir.resolve("d" + seed))
        .cells()
        .get(1);
  }

  private static boolean isDifference(Cell cell) {
    return cell.claim().equals(Analysis.FASTER) || cell.claim().equals(Analysis.SLOWER);
  }
}
