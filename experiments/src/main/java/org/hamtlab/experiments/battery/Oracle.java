package org.hamtlab.experiments.battery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hamtlab.shape.Estimate;
import org.hamtlab.shape.ShapeOracle;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.PathCompression;

/** The shape oracle for tries with lazy expansion, each question asked once for all mixers. */
final class Oracle {
  private record Question(int entries, int span, int bits) {}

  private final Map<Question, Map<String, Estimate>> answers = new ConcurrentHashMap<>();

  Map<String, Estimate> expects(int entries, int span, int bits) {
    return answers.computeIfAbsent(
        new Question(entries, span, bits),
        it ->
            ShapeOracle.predict(
                it.entries(), new HashDigits(it.span(), it.bits(), false), new LazyExpansion()));
  }

  /** Entries where they stand alone, no levels skipped. */
  private static final class LazyExpansion implements PathCompression {
    @Override
    public int expand(int level, int lastLevel) {
      return level;
    }

    @Override
    public int collapse(int run) {
      return 0;
    }

    @Override
    public boolean restores() {
      return true;
    }
  }
}
