package org.hamtlab.experiments.battery;

import static org.assertj.core.api.Assertions.assertThat;

import clojure.lang.Murmur3;
import java.util.SplittableRandom;
import org.hamtlab.config.Axis;
import org.hamtlab.spi.HashMixer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.collection.Hashing;

/**
 * Every mixer's 64 answers, as verification values that a model in another language computed from
 * the published formulas, and the mixers of Scala and Clojure beside their libraries.
 */
class KnownAnswersTest {

  @ParameterizedTest
  @CsvSource({
    "clojure-murmur3, 9c72490ef70be7df",
    "clojure-murmur3{of=int}, eb161abde07926c8",
    "constant, 0000000000000000",
    "crc32c, 253b1297d7f782f6",
    "fibonacci, f9e8bca29651b34a",
    "fxhash, 9e7d1b374c9be46e",
    "identity, bbc57c1c5ae5c536",
    "java-spread, 8ce6b351e3fc0129",
    "lowbias32, f2ab3b3afd1181f4",
    "mojo-ahash, 320a6a8656897b8b",
    "moremur, f10faa0892fc412b",
    "multiply-shift, 2caac0c1d38336fd",
    "murmur3-fmix32, f2a0ea88abf0555b",
    "murmur3-fmix64, 0166ae6554a2af1d",
    "mx3, 8c5cdb762a596ad5",
    "rapidhash-mum, 34e6b02ae0d9af2e",
    "scala-improve, 8244afb4a18ca5f4",
    "siphash-1-3, 045956d7e978ff96",
    "siphash-2-4, 31e2911076b5c608",
    "splitmix64, 548155c9dfd678aa",
    "stafford-mix04, da1d908d862801c1",
    "stafford-mix13, 5c8a2587b168acad",
    "supplemental, 1c90229ca20b6834",
    "tabulation, 78f1f415af04a2a6",
    "triple32, 43d70364d22e3e84",
    "wyhash-mum, 2817c98e6495f0ca",
    "xxh3-avalanche, 74c854272ad4dc66",
    "xxh32-avalanche, d3c28372c80f9782",
    "xxh64-avalanche, 0628b5728694e353",
  })
  void verificationValuesAreThoseOfTheModel(String mixer, String value) {
    assertThat(String.format("%016x", RoundTrips.verification(Installed.subject(mixer))))
        .isEqualTo(value);
  }

  @Test
  void everyMixerIsPinned() throws NoSuchMethodException {
    String[] pinned =
        KnownAnswersTest.class
            .getDeclaredMethod("verificationValuesAreThoseOfTheModel", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .value();
    assertThat(Installed.REGISTRY.providers(Axis.HASH))
        .filteredOn(provider -> provider.getClass().getName().startsWith("org.hamtlab.hash."))
        .hasSizeGreaterThan(27)
        .allSatisfy(
            provider -> assertThat(pinned).anyMatch(line -> line.startsWith(provider.id() + ", ")));
  }

  @Test
  void scalaAndClojureGiveTheSameHashes() {
    HashMixer scala = Installed.subject("scala-improve").mixer();
    HashMixer ofInt = Installed.subject("clojure-murmur3{of=int}").mixer();
    HashMixer ofLong = Installed.subject("clojure-murmur3").mixer();
    SplittableRandom random = new SplittableRandom(8);
    for (int number = -1000; number < 10_000; number++) {
      long hash = number < 1000 ? number : random.nextLong();
      assertThat((int) scala.mix(hash)).isEqualTo(Hashing.improve((int) hash));
      assertThat((int) ofInt.mix(hash)).isEqualTo(Murmur3.hashInt((int) hash));
      assertThat((int) ofLong.mix(hash)).isEqualTo(Murmur3.hashLong(hash));
    }
  }
}
