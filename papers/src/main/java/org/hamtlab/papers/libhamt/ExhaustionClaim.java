package org.hamtlab.papers.libhamt;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim P4: no key is lost when the bits of hashes are used up. Keys are equal through none, one or
 * two generations of hashes, and random below.
 *
 * <p><b>Source.</b> mkirchner/hamt, pull request 32; the rules: src/hamt.c.
 */
public final class ExhaustionClaim implements Claim {
  static final String LOST = "keys lost";
  static final String ENGINE = "our map, keys of one hash code";
  static final int MOST_EQUAL = 2;

  private static final int KEYS = 1_000;
  private static final int LEVELS = 6;

  /** Creates the claim. */
  public ExhaustionClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "P4",
        Kind.EXACT,
        "Data loss at hash exhaustion is fixed.",
        "mkirchner/hamt, pull request 32",
        "SUPPORTED if the rules as published find each of 1,000 keys that are equal through no, one"
            + " and two generations; else REFUTED",
        "no key lost");
  }

  @Override
  public void measure(Recorder recorder) {
    for (GenerationModel.Rule rule : GenerationModel.Rule.values()) {
      for (int equal = 0; equal <= MOST_EQUAL; equal++) {
        recorder.add(LOST, variant(rule, equal), lost(rule, equal), "count");
      }
    }
    List<Object> keys = Keys.of("colliding:" + KEYS + ":32");
    PersistentHamt<Object, Object> map =
        PersistentHamt.copyOf("@libhamt build=one-by-one", keys.toArray(), keys.toArray());
    long found = keys.stream().filter(key -> key.equals(map.get(key))).count();
    recorder.add(LOST, ENGINE, keys.size() - found, "count");
  }

  static String variant(GenerationModel.Rule rule, int equal) {
    return rule + ", equal through " + equal;
  }

  private static long lost(GenerationModel.Rule rule, int equal) {
    int per = rule == GenerationModel.Rule.PUBLISHED ? LEVELS : 1;
    GenerationModel model =
        new GenerationModel(
            (key, generation) ->
                generation % per == 0 && generation / per < equal
                    ? 0
                    : mixed(key * 0x9E3779B9 + generation * 0x85EBCA6B),
            rule);
    for (int key = 0; key < KEYS; key++) {
      model.put(key);
    }
    long lost = 0;
    for (int key = 0; key < KEYS; key++) {
      lost += model.contains(key) ? 0 : 1;
    }
    return lost;
  }

  /** The finaliser of MurmurHash3 (aappleby/smhasher, MurmurHash3.cpp, fmix32). */
  private static int mixed(int number) {
    int hash = (number ^ number >>> 16) * 0x85EBCA6B;
    hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
    return hash ^ hash >>> 16;
  }

  @Override
  public Judgement judge(Evidence evidence) {
    boolean isFixed = true;
    StringBuilder text = new StringBuilder();
    for (GenerationModel.Rule rule : GenerationModel.Rule.values()) {
      text.append(rule == GenerationModel.Rule.PUBLISHED ? "as published" : ", by a single rule");
      for (int equal = 0; equal <= MOST_EQUAL; equal++) {
        long lost = evidence.count(LOST, variant(rule, equal));
        isFixed &= rule != GenerationModel.Rule.PUBLISHED || lost == 0;
        text.append(equal == 0 ? " " : "/").append(lost);
      }
    }
    return Judgement.exact(
            isFixed,
            text
                + " of 1,000 keys are lost that are equal through 0/1/2 generations; our map loses "
                + evidence.count(LOST, ENGINE)
                + " of 1,000 keys of one hash code")
        .noting(
            "look-ups take the depth as generation, inserting takes a fifth of it for the key that"
                + " stands in the way, so both agree in the first thirty bits alone");
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "Keys lost of 1,000, by the generations through which they are equal",
            "generation of a key",
            "none",
            "one",
            "two");
    for (GenerationModel.Rule rule : GenerationModel.Rule.values()) {
      List<String> lost = new ArrayList<>();
      for (int equal = 0; equal <= MOST_EQUAL; equal++) {
        lost.add(Long.toString(evidence.count(LOST, variant(rule, equal))));
      }
      String name =
          rule == GenerationModel.Rule.PUBLISHED
              ? "look-up by depth, insertion by a fifth of it"
              : "the same for both";
      table = table.row(name, lost.get(0), lost.get(1), lost.get(2));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the same trie and the same keys with one rule for both"
                + " operations. No key is lost then, so the loss is owed to the two rules and not"
                + " to exhausted hashes."),
        table);
  }
}
