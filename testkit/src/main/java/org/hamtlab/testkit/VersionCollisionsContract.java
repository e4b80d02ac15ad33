package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamtlab.testkit.KeyFamilies.key;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/**
 * Part of {@link VersionContract}: keys whose hash codes are equal in some bits, or in all; the
 * trie is sound after every step and its shape that of a fresh one where the compression restores.
 */
public interface VersionCollisionsContract extends VersionSubject {

  /** Two keys whose hash codes first differ at a chosen bit, from below and from above. */
  @Test
  default void aVersionSeparatesTwoKeysEqualInExactlySoManyBits() {
    for (int bits : KeyFamilies.EQUAL_BITS) {
      int difference = bits == Integer.SIZE ? 0 : 1 << bits;
      comesAndGoes(List.of(key(1, 0x12345678), key(2, 0x12345678 ^ difference)));
      int reversed = Integer.reverse(difference);
      comesAndGoes(List.of(key(1, 0x12345678), key(2, 0x12345678 ^ reversed)));
    }
  }

  /** A key that leaves two colliding ones alone with each other, at every level. */
  @Test
  default void collidingKeysMoveUpWhenTheyAreLeftAlone() {
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      comesAndGoes(List.of(key(1, 0x12345678), key(2, 0x12345678), key(3, 0x12345678 ^ 1 << bit)));
    }
  }

  /** Many keys that share bits. */
  @Test
  default void aVersionSeparatesManyKeysEqualInSoManyBits() {
    for (int bits : KeyFamilies.EQUAL_BITS) {
      comesAndGoes(KeyFamilies.equalInLowBits(20, bits));
      comesAndGoes(KeyFamilies.equalInHighBits(20, bits));
    }
  }

  /** A key whose chain is as deep as can be, alone and with company at every level. */
  @Test
  default void aVersionHoldsChainsAsDeepAsCanBe() {
    comesAndGoes(KeyFamilies.deepChain());
    List<ChosenKey> doubled = new ArrayList<>(KeyFamilies.deepChain());
    KeyFamilies.deepChain().forEach(key -> doubled.add(key(100 + key.number(), key.code())));
    comesAndGoes(doubled);
  }

  /** The depth is bounded by the bits of the hash, whatever the number of equal codes. */
  @Test
  default void itsDepthIsBounded() {
    PersistentHamt<ChosenKey, Integer> version = emptyVersion();
    int deepest = TrieInvariants.of(version).paths().levels();
    for (ChosenKey key : KeyFamilies.equalInLowBits(150, 32)) {
      version = version.put(key, key.number()).put(key(key.number(), key.code() ^ 1 << 31), 0);
    }
    assertThat(version.size()).isEqualTo(300);
    assertThat(version.shape().maxDepth()).isLessThanOrEqualTo(deepest);
  }

  private void comesAndGoes(List<ChosenKey> keys) {
    PersistentHamt<ChosenKey, Integer> version = emptyVersion();
    TrieInvariants invariants = TrieInvariants.of(version);
    Map<ChosenKey, Integer> model = new HashMap<>();
    List<VersionSnapshot> snapshots = new ArrayList<>();
    List<TrieOutline> outlines = new ArrayList<>();
    for (ChosenKey key : keys) {
      outlines.add(TrieOutline.of(version));
      snapshots.add(VersionSnapshot.of(version));
      version = version.put(key, key.number());
      model.put(key, key.number());
      invariants.check(version);
    }
    assertThat(version.asMap()).isEqualTo(model);
    PersistentHamt<ChosenKey, Integer> back = version;
    for (int index = keys.size() - 1; index >= 0; index--) {
      back = back.remove(keys.get(index));
      if (invariants.paths().restores()) {
        assertThat(TrieOutline.of(back)).isEqualTo(outlines.get(index));
      }
    }
    assertThat(back.isEmpty()).isTrue();
    List<ChosenKey> order = new ArrayList<>(keys);
    Collections.shuffle(order, new Random(keys.size()));
    for (ChosenKey key : order) {
      assertThat(version.get(key)).isEqualTo(key.number());
      version = version.remove(key);
      model.remove(key);
      invariants.check(version);
      assertThat(version.asMap()).isEqualTo(model);
    }
    snapshots.forEach(VersionSnapshot::check);
  }
}
