package org.hamtlab.papers.mojohamt;

import java.util.Locale;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Logs;
import org.hamtlab.papers.evidence.Times;

/** A claim of mojo-hamt, and the treatments that several of them count. */
abstract class MojoClaim implements Claim {
  /** As published: a pool of 65,536 slots, over the collector. */
  static final String SMALL_POOL = "@mojo-hamt";

  /** As published after the fix: a pool of 4,194,304 slots. */
  static final String LARGE_POOL = "@mojo-hamt allocator=pool{slots=4194304,parent=gc}";

  /** The rule that is changed: entries stand as high as they can. */
  static final String EXPANDING = "@mojo-hamt compression=lazy-expansion";

  /** As published in words of 32 bits, whose addresses are known. */
  static final String IN_WORDS =
      "hash=mojo-ahash layout=tagged-int{span=6,hash-bits=60,arrays=doubling} allocator=arena"
          + " compression=none";

  static final int[] SIZES = {1_000, 10_000, 50_000, 100_000};

  private final Terms terms;

  MojoClaim(Terms terms) {
    this.terms = terms;
  }

  @Override
  public final Terms terms() {
    return terms;
  }

  /** How many times as long the one takes as the other, widened by the drift of the control. */
  static Interval ratio(Times times, Logs slower, Logs faster) {
    return slower.over(faster).interval().widened(times.drift());
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static String keys(int n) {
    return "sequential:" + n;
  }

  static long count(Evidence evidence, String counter, String phrase, int n) {
    return evidence.count(counter, Counting.variant(phrase, keys(n)));
  }

  static double value(Evidence evidence, String counter, String phrase, int n) {
    return evidence.value(counter, Counting.variant(phrase, keys(n)));
  }
}
