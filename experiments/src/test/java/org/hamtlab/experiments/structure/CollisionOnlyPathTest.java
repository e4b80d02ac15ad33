package org.hamtlab.experiments.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.ChosenKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.collection.immutable.HashMap;
import scala.collection.immutable.HashMap$;

/**
 * Path compression of the chains above collision nodes alone is what {@code lazy-expansion} does:
 * its tries are those of Scala, which has such chains, without them. So it is no compression of its
 * own here; {@code docs/compression.md} says so.
 */
class CollisionOnlyPathTest {
  private static final int CODES = 3_000;

  /** Up to four keys a hash code; codes that agree in many of the bits that come first. */
  private static List<Object> keys(long seed) {
    Random random = new Random(seed);
    List<Object> keys = new ArrayList<>();
    for (int each = 0; each < CODES; each++) {
      int code = random.nextInt();
      int near = code ^ 1 << 31 - random.nextInt(20);
      for (int number = random.nextInt(4); number >= 0; number--) {
        keys.add(new ChosenKey(code, number));
        keys.add(new ChosenKey(near, number));
      }
    }
    Collections.shuffle(keys, random);
    return keys.stream().distinct().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@champ",
        "@champ layout=sealed-class",
        "@champ layout=sealed-class{entries=inline} allocator=arena",
        "@champ layout=tagged-int allocator=arena",
        "@champ layout=dense"
      })
  void isLazyExpansion(String phrase) {
    HashMap<Object, Object> theirs = HashMap$.MODULE$.empty();
    PersistentHamt<Object, Object> ours = PersistentHamt.of(phrase);
    assertThat(ours.phrase()).contains("compression=lazy-expansion");
    List<Object> keys = keys(7);
    for (Object key : keys) {
      theirs = theirs.updated(key, key);
      ours = ours.put(key, key);
    }
    requireChainsMakeTheDifference(ours, theirs);
    List<Object> half = new ArrayList<>(keys);
    Collections.shuffle(half, new Random(8));
    for (Object key : half.subList(0, half.size() / 2)) {
      theirs = (HashMap<Object, Object>) theirs.removed(key);
      ours = ours.remove(key);
    }
    requireChainsMakeTheDifference(ours, theirs);
    PersistentHamt<Object, Object> fresh = PersistentHamt.copyOf(phrase, ours.asMap());
    assertThat(Histogram.of(fresh)).hasToString(Histogram.of(ours).toString());
  }

  private static void requireChainsMakeTheDifference(
      PersistentHamt<Object, Object> ours, HashMap<Object, Object> theirs) {
    assertThat(ours.size()).isEqualTo(theirs.size());
    assertThat(ScalaNodes.chainsToCollisions(theirs)).isGreaterThan(500);
    assertThat(Histogram.of(ours).toString())
        .isEqualTo(ScalaNodes.withoutChainsToCollisions(theirs).toString())
        .isNotEqualTo(ScalaNodes.of(theirs).toString());
  }

  /** So none of them could skip the chains above collision nodes and leave those above entries. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "lazy-expansion", "path", "bounded-path{skip=1}"})
  void compressionsPlaceCollisionNodesAsTheyPlaceEntries(String compression) {
    String phrase = "hash=identity layout=sealed-class allocator=gc compression=" + compression;
    try (Hamt<Object, Object> colliding = Hamt.of(phrase);
        Hamt<Object, Object> single = Hamt.of(phrase)) {
      for (Object key : keys(9)) {
        colliding.put(key, key);
        single.put(new ChosenKey(((ChosenKey) key).code(), 0), key);
      }
      assertThat(colliding.shape().collisionNodes()).isPositive();
      assertThat(single.shape().collisionNodes()).isZero();
      assertThat(branches(colliding)).isEqualTo(branches(single));
    }
  }

  private static List<String> branches(Hamt<Object, Object> map) {
    Nodes nodes = new Nodes();
    map.visit(nodes);
    return nodes.seen().stream().filter(node -> node.startsWith("branch")).toList();
  }
}
