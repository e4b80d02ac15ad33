package org.hamtlab.experiments.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.hamtlab.config.Settings;
import org.hamtlab.spi.HashMixer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function as random as can be has is given no false alarm, and its p-values are uniform. */
class RandomFunctionTest {

  @ParameterizedTest
  @CsvSource({"1,32", "2,32", "3,64"})
  void isNotAccused(long seed, int bits) {
    Subject subject = new Subject("sha-256", new NoProvider(), Settings.EMPTY, new Sha256(seed));
    List<Outcome> outcomes = Installed.BATTERY.judge(subject, bits).outcomes();

    assertThat(outcomes).hasSizeGreaterThan(1000);
    assertThat(outcomes).noneMatch(outcome -> outcome.bits() >= Verdict.FAILS);
    assertThat(outcomes.stream().filter(outcome -> outcome.bits() >= Verdict.WARNS).count())
        .as("expected are 0.2")
        .isLessThan(3);
    isUniform(outcomes, "P1");
    isUniform(outcomes, "P2");
  }

  /** Tests of one set of keys overlap, so the bounds are wide. */
  private static void isUniform(List<Outcome> outcomes, String statistic) {
    List<Double> surprises =
        outcomes.stream()
            .filter(outcome -> outcome.test().endsWith(statistic))
            .map(Outcome::bits)
            .toList();
    for (int bits = 1; bits <= 6; bits++) {
      int least = bits;
      double share =
          (double) surprises.stream().filter(surprise -> surprise >= least).count()
              / surprises.size();
      double expected = Math.pow(2, -bits);
      assertThat(share)
          .as("share of p-values below 2^-%d of %s", bits, statistic)
          .isCloseTo(expected, within(5 * Math.sqrt(expected / surprises.size())));
    }
  }

  /** The first word of the digest of seed and hash. */
  private static final class Sha256 implements HashMixer {
    private static final VarHandle WORDS =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long seed;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[32];

    Sha256(long seed) {
      this.seed = seed;
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException missing) {
        throw new AssertionError(missing);
      }
    }

    @Override
    public long mix(long hash) {
      WORDS.set(buffer, 0, seed);
      WORDS.set(buffer, 8, hash);
      digest.update(buffer, 0, 16);
      try {
        digest.digest(buffer, 0, buffer.length);
      } catch (DigestException impossible) {
        throw new AssertionError(impossible);
      }
      return (long) WORDS.get(buffer, 0);
    }
  }
}
