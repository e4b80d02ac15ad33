package org.hamtlab.papers.gpce2014;

import static org.hamtlab.papers.evidence.Interval.digits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.LineChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim P2: a class for each small number of slots saves more than half of a map's memory. Bytes
 * are those of nodes and entries, keys and values excluded; entries are objects of their own in
 * both treatments, which is what no class of a branch can save.
 *
 * <p><b>Source.</b> Steindorfer and Vinju, GPCE 2014, doi:10.1145/2658761.2658763, abstract.
 */
public final class PerArityClaim implements Claim {
  static final String ARRAYS = "arrays";
  static final String PER_ARITY = "per-arity";
  static final String BYTES = "bytes of ";
  static final String NODES = "nodes of ";
  static final int LEAST_EXPONENT = 1;
  static final int MOST_EXPONENT = 17;

  private static final double SAVED = 0.55;

  /** Creates the claim. */
  public PerArityClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "P2",
        Kind.EXACT,
        "Classes by arity save 55 % of the memory of maps.",
        "GPCE 2014, abstract",
        "SUPPORTED if the median over sizes 2^1 to 2^17 of the bytes saved is at least 55 %, else"
            + " REFUTED",
        "55 %");
  }

  @Override
  public void measure(Recorder recorder) {
    for (int exponent = LEAST_EXPONENT; exponent <= MOST_EXPONENT; exponent++) {
      int size = 1 << exponent;
      Map<Object, Object> entries = new HashMap<>();
      SplittableRandom random = new SplittableRandom(exponent);
      while (entries.size() < size) {
        entries.put(random.nextLong(), size);
      }
      for (String branches : List.of(ARRAYS, PER_ARITY)) {
        var map =
            PersistentHamt.copyOf(
                "layout=sealed-class{branches=" + branches + "} allocator=gc", entries);
        recorder.add(BYTES + size, branches, map.structureBytes(), "bytes");
        recorder.add(NODES + size, branches, map.shape().internalNodes(), "count");
      }
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    List<Double> saved = new ArrayList<>();
    for (int exponent = LEAST_EXPONENT; exponent <= MOST_EXPONENT; exponent++) {
      String quantity = BYTES + (1 << exponent);
      saved.add(1 - evidence.value(quantity, PER_ARITY) / evidence.value(quantity, ARRAYS));
    }
    double largest = evidence.value(BYTES + (1 << MOST_EXPONENT), ARRAYS);
    double nodes = evidence.value(NODES + (1 << MOST_EXPONENT), ARRAYS);
    Collections.sort(saved);
    double median = saved.get(saved.size() / 2);
    return Judgement.exact(
            median >= SAVED,
            "median "
                + digits(100 * median)
                + " % saved, "
                + digits(100 * saved.getFirst())
                + " to "
                + digits(100 * saved.getLast())
                + " % over the sizes")
        .noting(
            "at the largest size there are "
                + digits(nodes / (1 << MOST_EXPONENT))
                + " branches an entry and "
                + digits(largest / (1 << MOST_EXPONENT))
                + " bytes an entry: classes save the header of an array for each small branch, not"
                + " the objects of entries")
        .refusing(
            "R6: the paper's baseline, nodes with arrays of another library, is not measured.");
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    Map<Double, Double> saved = new HashMap<>();
    Map<Double, Double> perBranch = new HashMap<>();
    for (int exponent = LEAST_EXPONENT; exponent <= MOST_EXPONENT; exponent++) {
      int size = 1 << exponent;
      double arrays = evidence.value(BYTES + size, ARRAYS);
      double bytes = arrays - evidence.value(BYTES + size, PER_ARITY);
      saved.put((double) size, 100 * bytes / arrays);
      perBranch.put((double) size, bytes / evidence.value(NODES + size, ARRAYS));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the same trie with arrays and with classes by arity,"
                + " byte by byte. What a class saves is a part of each branch; what entries take"
                + " stays as it is, so the share of the whole map is small."),
        LineChart.of("Share of a map's bytes that classes by arity save", "entries", "%")
            .line("saved", saved),
        LineChart.of("What they save in each branch", "entries", "bytes a branch")
            .line("bytes a branch", perBranch));
  }
}
