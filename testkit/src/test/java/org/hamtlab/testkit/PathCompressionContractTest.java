package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.PathCompression;
import org.hamtlab.spi.PathCompressionProvider;
import org.junit.jupiter.api.Test;

/** The contract of path compressions passes sound ones and notices faults. */
public class PathCompressionContractTest {

  private static Set<String> failures(IntBinaryOperator expand, IntUnaryOperator collapse) {
    PathCompressionContract contract =
        new PathCompressionContract() {
          @Override
          protected PathCompressionProvider provider() {
            return new Provider(expand, collapse);
          }
        };
    Set<String> failures = Failures.of(PathCompressionContract.class, contract);
    // This provider carries its decisions in a constructor, which a real one must not.
    failures.remove("isPublicWithAPublicConstructor");
    return failures;
  }

  @Test
  void passesSoundCompressions() {
    assertThat(failures((level, last) -> last, run -> 0)).isEmpty();
    assertThat(failures((level, last) -> level, run -> run)).isEmpty();
    assertThat(
            failures((level, last) -> Math.min(last, Math.max(level, 3)), run -> Math.min(run, 2)))
        .isEmpty();
  }

  @Test
  void noticesAnEntryAboveItsLevelOrBelowTheLast() {
    assertThat(failures((level, last) -> Math.max(0, level - 1), run -> run))
        .contains("putsEntriesBetweenTheirLevelAndTheLast");
    assertThat(failures((level, last) -> last + 1, run -> run))
        .contains("putsEntriesBetweenTheirLevelAndTheLast");
  }

  @Test
  void noticesAnEntryThatMayNotStandBelow() {
    assertThat(failures((level, last) -> level % 2 == 0 ? level : last, run -> run))
        .contains("letsEntriesStandBelowWhereTheyMayStand");
  }

  @Test
  void noticesARunSkippedTooFar() {
    assertThat(failures((level, last) -> level, run -> run + 1)).contains("skipsNoMoreThanTheRun");
    assertThat(failures((level, last) -> level, run -> -1)).contains("skipsNoMoreThanTheRun");
  }

  @Test
  void noticesBranchesThatDependOnTheWholeRun() {
    assertThat(failures((level, last) -> level, run -> run / 2))
        .containsExactly("keepsBranchesWhereAShorterRunHasThem");
    assertThat(failures((level, last) -> level, run -> run < 4 ? 0 : run))
        .containsExactly("keepsBranchesWhereAShorterRunHasThem");
  }

  @Test
  void noticesAnswersThatChange() {
    int[] calls = {0};

    assertThat(failures((level, last) -> level, run -> calls[0]++ % 2))
        .contains("answersAlikeInEveryInstance");
  }

  private record Provider(IntBinaryOperator expand, IntUnaryOperator collapse)
      implements PathCompressionProvider {
    @Override
    public StrategyId id() {
      return new StrategyId("test.compression");
    }

    @Override
    public String summary() {
      return "Decides as a test wants.";
    }

    @Override
    public String source() {
      return "hamtlab";
    }

    @Override
    public List<Parameter<?>> parameters() {
      return List.of();
    }

    @Override
    public Traits traits(Settings settings) {
      return Traits.NONE;
    }

    @Override
    public PathCompression create(Settings settings) {
      return new Decisions(expand, collapse);
    }
  }

  private record Decisions(IntBinaryOperator expansion, IntUnaryOperator skipping)
      implements PathCompression {
    @Override
    public int expand(int level, int lastLevel) {
      return expansion.applyAsInt(level, lastLevel);
    }

    @Override
    public int collapse(int run) {
      return skipping.applyAsInt(run);
    }

    @Override
    public boolean restores() {
      return true;
    }
  }
}
