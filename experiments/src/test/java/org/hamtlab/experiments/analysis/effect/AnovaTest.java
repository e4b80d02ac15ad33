package org.hamtlab.experiments.analysis.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnovaTest {
  /**
   * Length of teeth of guinea pigs by supplement and dose of vitamin C: C. I. Bliss, "The
   * Statistics of Bioassay", 1952; {@code ToothGrowth} of R, whose {@code aov(len ~ supp * dose)}
   * prints sums of squares 205.4, 2426.4, 108.3 and F 15.572, 92.000, 4.107 with 54 residual
   * degrees of freedom.
   */
  private static final double[][] VC = {
    {4.2, 11.5, 7.3, 5.8, 6.4, 10.0, 11.2, 11.2, 5.2, 7.0},
    {16.5, 16.5, 15.2, 17.3, 22.5, 17.3, 13.6, 14.5, 18.8, 15.5},
    {23.6, 18.5, 33.9, 25.5, 26.4, 32.5, 26.7, 21.5, 23.3, 29.5}
  };

  private static final double[][] OJ = {
    {15.2, 21.5, 17.6, 9.7, 14.5, 10.0, 8.2, 9.4, 16.5, 9.7},
    {19.7, 23.3, 23.6, 26.4, 20.0, 25.2, 25.8, 21.2, 14.5, 27.3},
    {25.5, 26.4, 22.4, 24.5, 24.8, 30.9, 26.4, 27.3, 29.4, 23.0}
  };

  @Test
  void meetsThePublishedExample() {
    List<Observation> rows = new ArrayList<>();
    for (int dose = 0; dose < 3; dose++) {
      for (int pig = 0; pig < 10; pig++) {
        rows.add(row(Map.of("supp", "VC", "dose", "" + dose), 0, VC[dose][pig]));
        rows.add(row(Map.of("supp", "OJ", "dose", "" + dose), 0, OJ[dose][pig]));
      }
    }
    List<Term> terms = new Anova(List.of("supp", "dose"), rows).terms();
    assertThat(terms).extracting(Term::name).containsExactly("supp", "dose", "supp × dose");
    assertThat(terms).extracting(Term::degrees).containsExactly(1, 2, 2);
    assertTerm(terms.get(0), 205.35, 15.572, 0.0002312);
    assertTerm(terms.get(1), 2426.43, 92.000, 4.046e-18);
    assertTerm(terms.get(2), 108.32, 4.107, 0.0218603);
    assertThat(terms.get(2).etaSquared()).isCloseTo(108.32 / 3452.21, within(1e-4));
  }

  private static void assertTerm(Term term, double squares, double f, double p) {
    assertThat(term.squares()).isCloseTo(squares, within(0.005));
    assertThat(term.f()).isCloseTo(f, within(0.0005));
    assertThat(term.p()).isCloseTo(p, within(p / 1000));
  }

  @Test
  void plantedInteractionIsFoundAndAttributedToThePair() {
    List<String> factors = List.of("hash", "layout", "allocator");
    int found = 0;
    int falsely = 0;
    for (int run = 0; run < 200; run++) {
      List<Observation> rows = factorial(new Random(run), 5, 0.02, 0.06);
      for (Term term : new Anova(factors, rows).terms()) {
        boolean isPlanted = term.name().equals("hash × layout");
        found += isPlanted && term.p() < 0.05 ? 1 : 0;
        falsely += !isPlanted && !term.other().isEmpty() && term.p() < 0.05 ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(190);
    assertThat(falsely).isBetween(8, 36);
  }

  /** 2×2×2 in blocks; a pair of levels costs more than each of them alone. */
  private static List<Observation> factorial(Random random, int blocks, double sd, double planted) {
    List<Observation> rows = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      double shared = 0.2 * random.nextGaussian();
      for (int cell = 0; cell < 8; cell++) {
        boolean hash = (cell & 1) != 0;
        boolean layout = (cell & 2) != 0;
        double log =
            shared
                + sd * random.nextGaussian()
                + (hash ? 0.1 : 0)
                + (layout ? -0.1 : 0)
                + (hash && layout ? planted : 0);
        rows.add(
            row(
                Map.of("hash", "" + hash, "layout", "" + layout, "allocator", "" + (cell & 4)),
                block,
                log));
      }
    }
    return rows;
  }

  @Test
  void whatTreatmentsDoNotCrossHasNoDegreesOfFreedom() {
    List<Observation> rows = new ArrayList<>();
    for (int block = 0; block < 4; block++) {
      rows.add(row(Map.of("hash", "a", "layout", "a"), block, block));
      rows.add(row(Map.of("hash", "b", "layout", "a"), block, block + 1 + 0.1 * (block % 2)));
      rows.add(row(Map.of("hash", "a", "layout", "b"), block, block + 2));
    }
    List<Term> terms = new Anova(List.of("hash", "layout"), rows).terms();
    assertThat(terms).extracting(Term::degrees).containsExactly(1, 1, 0);
  }

  @Test
  void factorsThatAlwaysChangeTogetherCannotBeTold() {
    List<Observation> rows = new ArrayList<>();
    for (int block = 0; block < 4; block++) {
      rows.add(row(Map.of("hash", "a", "layout", "a"), block, block));
      rows.add(row(Map.of("hash", "b", "layout", "b"), block, block + 1 + 0.1 * (block % 2)));
    }
    assertThat(new Anova(List.of("hash", "layout"), rows).terms())
        .extracting(Term::degrees)
        .containsOnly(0);
  }

  @Test
  void parameterOfOneStrategyIsNestedInIt() {
    Random random = new Random(1);
    List<Observation> rows = new ArrayList<>();
    for (int block = 0; block < 6; block++) {
      rows.add(row(Map.of("allocator", "gc"), block, noise(random)));
      rows.add(row(Map.of("allocator", "pool", "allocator.slots", "16"), block, 1 + noise(random)));
      rows.add(row(Map.of("allocator", "pool", "allocator.slots", "32"), block, 2 + noise(random)));
    }
    List<Term> terms = new Anova(List.of("allocator", "allocator.slots"), rows).terms();
    assertThat(terms).extracting(Term::name).containsExactly("allocator", "allocator.slots");
    assertThat(terms).extracting(Term::degrees).containsExactly(1, 1);
    assertThat(terms).allSatisfy(term -> assertThat(term.p()).isLessThan(1e-6));
  }

  private static double noise(Random random) {
    return 0.01 * random.nextGaussian();
  }

  private static Observation row(Map<String, String> levels, int block, double value) {
    return new Observation(levels, block, value);
  }
}
