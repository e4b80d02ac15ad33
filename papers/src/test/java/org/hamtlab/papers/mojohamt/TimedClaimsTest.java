package org.hamtlab.papers.mojohamt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.map.Hamt;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Papers;
import org.hamtlab.papers.TimedEvidence;
import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each timed claim, judged on times on both sides of its threshold. */
class TimedClaimsTest {
  @TempDir private Path dir;

  /** One cell takes so many nanoseconds, where the others take 100. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          B7  | put     | shuffled:1000     |                  | 110 | SUPPORTED
          B7  | put     | shuffled:100000   |                  | 140 | REFUTED
          B11 | get-hit | sequential:100000 | compression=none | 160 | SUPPORTED
          B11 | get-hit | sequential:100000 | compression=none | 140 | REFUTED
          B12 | get-hit |                   | sealed-class     | 140 | SUPPORTED
          B12 | get-hit |                   | sealed-class     | 120 | REFUTED
          C3  | put     | sequential:100000 | slots=65536      | 210 | SUPPORTED
          C3  | put     | sequential:100000 | slots=65536      | 190 | REFUTED
          C7  |         | sequential:100000 |                  | 120 | SUPPORTED
          C7  | put     | sequential:100000 |                  | 200 | REFUTED
          E3  | put     |                   | slots=65536      | 240 | SUPPORTED
          E3  | put     |                   | slots=65536      | 200 | REFUTED
          E3  |         |                   | slots=65536      | 240 | REFUTED
          E11 | get-hit | sequential:100000 | slots=65536      | 110 | SUPPORTED
          E11 | get-hit | sequential:100000 | slots=65536      | 130 | REFUTED
          """)
  void isJudgedByItsTimes(
      String id, String operation, String keys, String phrase, double nanos, Verdict verdict) {
    Claim claim = Papers.claim(id);
    Evidence evidence =
        TimedEvidence.of(
            claim,
            dir,
            (o, k, p) ->
                isIn(operation, o) && (keys == null || keys.equals(k)) && isIn(phrase, p)
                    ? nanos
                    : 100);

    var judgement = claim.judge(evidence);

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.interval()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"210, 120, SUPPORTED", "190, 120, REFUTED", "210, 105, REFUTED"})
  void judgesTheRoadMapByInliningAndRecycling(double leaves, double without, Verdict verdict) {
    Claim claim = Papers.claim("E10");
    Evidence evidence =
        TimedEvidence.of(
            claim,
            dir,
            (o, k, p) ->
                p.contains("allocator=arena")
                    ? without
                    : p.contains("sealed-class") && p.contains("allocator=gc") ? leaves : 100);

    assertThat(claim.judge(evidence).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"102, SUPPORTED", "108, REFUTED"})
  void judgesTheFreeListByItsPriceWhileUnused(double with, Verdict verdict) {
    assertThat(Papers.claim("B16").judge(freeList(with, 0)).verdict()).isEqualTo(verdict);
  }

  @Test
  void refusesToJudgeAFreeListThatIsUsed() {
    Evidence evidence = freeList(100, 50);

    assertThatThrownBy(() -> Papers.claim("B16").judge(evidence))
        .hasMessageContaining("frees while inserting (expected none)");
  }

  @ParameterizedTest
  @CsvSource({"110, 120, SUPPORTED", "101, 120, REFUTED", "110, 110, REFUTED"})
  void judgesQueryOrderAtBothSizes(double at10k, double at100k, Verdict verdict) {
    Recorder recorder = new Recorder("B6");
    for (int replicate = 0; replicate < 6; replicate++) {
      double drift = 1 + 0.01 * (replicate % 2);
      for (int n : new int[] {10_000, 100_000}) {
        String phrase = MojoClaim.LARGE_POOL;
        String first = QueryOrderClaim.variant("sequential", phrase, n);
        String second = QueryOrderClaim.variant("shuffled", phrase, n);
        recorder.add("look-up", first, replicate, 100, "ns");
        recorder.add("look-up", second, replicate, drift * (n == 10_000 ? at10k : at100k), "ns");
      }
    }

    assertThat(Papers.claim("B6").judge(Evidence.of(recorder.observations())).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"80, SUPPORTED", "90, REFUTED"})
  void judgesPrefetchingByBatches(double batched, Verdict verdict) {
    Recorder recorder = new Recorder("B13");
    String phrase = PrefetchClaim.TAGGED;
    for (int replicate = 0; replicate < 6; replicate++) {
      recorder.add("look-up", "one by one " + phrase, replicate, 100 + replicate % 2, "ns");
      recorder.add("look-up", "in batches " + phrase, replicate, batched, "ns");
    }

    assertThat(Papers.claim("B13").judge(Evidence.of(recorder.observations())).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"400, SUPPORTED", "10, REFUTED"})
  void judgesGrowthByItsShareOfAnInsert(double growth, Verdict verdict) {
    Recorder recorder = new Recorder("C6");
    recorder.add("frees", MojoClaim.LARGE_POOL + " --keys sequential:10000", 613, "count");
    for (int replicate = 0; replicate < 6; replicate++) {
      recorder.add("time", "insert", replicate, 210 + replicate % 2, "ns");
      recorder.add("time", "growth", replicate, growth, "ns");
    }

    assertThat(Papers.claim("C6").judge(Evidence.of(recorder.observations())).verdict())
        .isEqualTo(verdict);
  }

  private Evidence freeList(double with, long frees) {
    Claim claim = Papers.claim("B16");
    Evidence evidence =
        TimedEvidence.of(claim, dir, (o, k, p) -> p.contains("freelist") ? with : 100);
    BundleFiles files = new BundleFiles(Evidence.bundle(dir));
    var treatment =
        files.plan().treatments().stream().filter(t -> !t.baseline()).findFirst().orElseThrow();
    String keys = files.plan().keySets().getFirst().keys();
    files.counts().append(List.of(count(treatment.id(), treatment.phrase(), keys, frees)));
    return evidence;
  }

  /** The counters of a real map that freed nothing, or so many entries. */
  private static Count count(String id, String phrase, String keys, long removed) {
    try (Hamt<Object, Object> map = Hamt.of(phrase)) {
      for (long key = 0; key < 100; key++) {
        map.put(key, key);
      }
      for (long key = 0; key < removed; key++) {
        map.remove(key);
      }
      return new Count(id, phrase, keys, 100, 1, 1, map.shape(), map.telemetry(), List.of());
    }
  }

  private static boolean isIn(String part, String whole) {
    return part == null || whole.contains(part);
  }
}
