package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;
import org.junit.jupiter.api.Test;

/** What every path compression must do. A subclass names its provider. */
public abstract class PathCompressionContract extends ProviderContract<PathCompressionProvider> {
  private static final int MOST_LEVELS = 22;

  /** Creates the contract. */
  protected PathCompressionContract() {}

  private PathCompression compression() {
    return provider().create(settings());
  }

  @Test
  public void putsEntriesBetweenTheirLevelAndTheLast() {
    PathCompression compression = compression();
    for (int last = 0; last < MOST_LEVELS; last++) {
      for (int level = 0; level <= last; level++) {
        assertThat(compression.expand(level, last)).isBetween(level, last);
      }
    }
  }

  @Test
  public void letsEntriesStandBelowWhereTheyMayStand() {
    PathCompression compression = compression();
    for (int last = 0; last < MOST_LEVELS; last++) {
      boolean mayStand = false;
      for (int level = 0; level <= last; level++) {
        boolean standsHere = compression.expand(level, last) == level;
        assertThat(standsHere || !mayStand).as("level %d of %d", level, last).isTrue();
        mayStand = standsHere;
      }
    }
  }

  @Test
  public void skipsNoMoreThanTheRun() {
    PathCompression compression = compression();
    for (int run = 1; run < MOST_LEVELS; run++) {
      assertThat(compression.collapse(run)).isBetween(0, run);
    }
  }

  /** Else a run that is cut in two has other branches than two runs that came as such. */
  @Test
  public void keepsBranchesWhereAShorterRunHasThem() {
    PathCompression compression = compression();
    int bound = compression.collapse(MOST_LEVELS);
    for (int run = 1; compression.restores() && run < MOST_LEVELS; run++) {
      assertThat(compression.collapse(run)).as("run of %d", run).isEqualTo(Math.min(run, bound));
    }
  }

  @Test
  public void answersAlikeInEveryInstance() {
    for (int run = 1; run < MOST_LEVELS; run++) {
      assertThat(compression().collapse(run)).isEqualTo(compression().collapse(run));
      assertThat(compression().expand(0, run)).isEqualTo(compression().expand(0, run));
    }
    assertThat(compression().restores()).isEqualTo(compression().restores());
    assertThat(variableStatics(compression().getClass())).isEmpty();
  }
}
