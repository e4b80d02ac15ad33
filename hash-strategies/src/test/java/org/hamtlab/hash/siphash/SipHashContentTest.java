package org.hamtlab.hash.siphash;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The messages that keys stand for, beside Guava's SipHash-2-4 under the published key. */
class SipHashContentTest {
  private static final HashFunction REFERENCE = Hashing.sipHash24();

  private final SipHashMixer mixer = SipHashKey.expanded(2, 4, 0);

  @Test
  void stringsAreTheirChars() {
    for (String text :
        List.of("", "a", "ab", "abc", "abcd", "abcde", "Grüße, 世界", "x".repeat(99))) {
      assertThat(mixer.hash(text, 0))
          .as(text)
          .isEqualTo(REFERENCE.hashUnencodedChars(text).asLong());
      assertThat(mixer.hash(text, 3))
          .isEqualTo(
              REFERENCE.newHasher().putInt(3).putInt(1).putUnencodedChars(text).hash().asLong());
    }
  }

  @Test
  void arraysOfBytesAreTheirBytes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int length = 0; length < 64; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(mixer.hash(bytes, 0)).isEqualTo(REFERENCE.hashBytes(bytes).asLong());
    }
  }

  @Test
  void boxedPrimitivesAreTheirBits() {
    assertThat(mixer.hash(-77L, 0)).isEqualTo(REFERENCE.hashLong(-77).asLong());
    assertThat(mixer.mix(-77L)).isEqualTo(REFERENCE.hashLong(-77).asLong());
    assertThat(mixer.hash(-77, 0)).isEqualTo(REFERENCE.hashInt(-77).asLong());
    assertThat(mixer.hash(0.1, 0)).isEqualTo(bits(0.1));
    assertThat(mixer.hash(0.1f, 0)).isEqualTo(REFERENCE.newHasher().putFloat(0.1f).hash().asLong());
    assertThat(mixer.hash((short) -7, 0))
        .isEqualTo(REFERENCE.newHasher().putShort((short) -7).hash().asLong());
    assertThat(mixer.hash('é', 0)).isEqualTo(REFERENCE.newHasher().putChar('é').hash().asLong());
    assertThat(mixer.hash((byte) -7, 0))
        .isEqualTo(REFERENCE.newHasher().putByte((byte) -7).hash().asLong());
    assertThat(mixer.hash(true, 0))
        .isEqualTo(REFERENCE.newHasher().putBoolean(true).hash().asLong());
    assertThat(mixer.hash(null, 0)).isEqualTo(REFERENCE.newHasher().hash().asLong());
  }

  private static long bits(double number) {
    return REFERENCE.newHasher().putDouble(number).hash().asLong();
  }

  @Test
  void otherKeysAreTheirHashCodes() {
    List<String> key = List.of("Aa", "BB");
    assertThat(mixer.hash(key, 0)).isEqualTo(REFERENCE.hashInt(key.hashCode()).asLong());
  }

  @Test
  void secretsAndGenerationsTellStringsOfEqualHashCodeApart() {
    assertThat("AaAa".hashCode()).isEqualTo("BBBB".hashCode());
    for (int generation = 0; generation < 5; generation++) {
      assertThat(mixer.hash("AaAa", generation)).isNotEqualTo(mixer.hash("BBBB", generation));
      assertThat(mixer.hash("AaAa", generation)).isNotEqualTo(mixer.hash("AaAa", generation + 1));
      assertThat(SipHashKey.expanded(2, 4, 5).hash("AaAa", generation))
          .isNotEqualTo(mixer.hash("AaAa", generation));
    }
  }

  /**
   * CPython's hash of bytes, since version 3.11, under {@code PYTHONHASHSEED=0}: a key of zeros.
   */
  @Test
  void oneRoundAWordAndThreeAtTheEndIsThatOfCpython() {
    assertThat(
            new SipHashMixer(1, 3, 0, 0).hash("hello world".getBytes(StandardCharsets.US_ASCII), 0))
        .isEqualTo(0xb1b1f2e707e4ac8aL);
  }

  /** The vector of the paper's appendix: the bytes 0 to 14 under the key 0 to 15. */
  @Test
  void keepsThePublishedVector() {
    byte[] message = new byte[15];
    for (byte at = 0; at < message.length; at++) {
      message[at] = at;
    }
    assertThat(mixer.hash(message, 0)).isEqualTo(0xa129ca6149be45e5L);
  }
}
