package org.hamtlab.hash.siphash;

import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;

/** Where the key of 128 bits comes from: the parameters that both mixers have. */
final class SipHashKey {
  private static final long PUBLISHED_LOW = 0x0706050403020100L;
  private static final long PUBLISHED_HIGH = 0x0f0e0d0c0b0a0908L;
  private static final String PER_MAP = "per-map";

  private static final ChoiceParameter SECRETS =
      new ChoiceParameter(
          "secrets",
          "",
          List.of("given", PER_MAP),
          "given",
          "Whether maps have the secret given, which repeats results, or a family of maps each its own.");

  private static final LongParameter SECRET =
      new LongParameter(
              "secret",
              "",
              Long.MIN_VALUE,
              Long.MAX_VALUE,
              0,
              "Expands to the key of 128 bits; 0 is the key of the published vectors, 00 01 to 0f.")
          .onlyWith(SECRETS.is("given"));

  private SipHashKey() {}

  static List<Parameter<?>> parameters() {
    return List.of(SECRETS, SECRET);
  }

  static Traits traits(Settings settings) {
    return isPerMap(settings) ? Traits.offering(Trait.KEYED) : Traits.NONE;
  }

  private static boolean isPerMap(Settings settings) {
    return settings.get(SECRETS).equals(PER_MAP);
  }

  static SipHashMixer mixer(int wordRounds, int finalRounds, Settings settings) {
    if (isPerMap(settings)) {
      SecureRandom key = new SecureRandom();
      return new SipHashMixer(wordRounds, finalRounds, key.nextLong(), key.nextLong());
    }
    return expanded(wordRounds, finalRounds, settings.get(SECRET));
  }

  /** The mixer whose key a secret expands to; 0 stands for the key of the published vectors. */
  static SipHashMixer expanded(int wordRounds, int finalRounds, long secret) {
    if (secret == 0) {
      return new SipHashMixer(wordRounds, finalRounds, PUBLISHED_LOW, PUBLISHED_HIGH);
    }
    SplittableRandom key = new SplittableRandom(secret);
    return new SipHashMixer(wordRounds, finalRounds, key.nextLong(), key.nextLong());
  }
}
