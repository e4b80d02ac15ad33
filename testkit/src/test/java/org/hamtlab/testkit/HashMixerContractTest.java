package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.ContentMixer;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.InvertibleMixer;
import org.junit.jupiter.api.Test;

/** The contract of mixers passes a sound one and notices faults. */
public class HashMixerContractTest {

  private static Set<String> failures(HashMixerProvider provider) {
    HashMixerContract contract =
        new HashMixerContract() {
          @Override
          protected HashMixerProvider provider() {
            return provider;
          }

          @Override
          protected Map<Long, Long> knownAnswers() {
            return Map.of(1L, 2L, 4L, 8L);
          }
        };
    return Failures.of(HashMixerContract.class, contract);
  }

  @Test
  void passesASoundMixer() {
    assertThat(failures(new Sound())).isEmpty();
  }

  @Test
  void noticesAFalseAnswer() {
    assertThat(failures(new False())).containsExactly("givesTheKnownAnswers");
  }

  @Test
  void noticesAMixerThatRemembers() {
    assertThat(failures(new Remembering()))
        .contains("answersAlikeInEveryInstanceAndAlways", "keepsNoState");
  }

  @Test
  void noticesAVariableStatic() {
    assertThat(failures(new Sharing())).containsExactly("keepsNoState");
  }

  @Test
  void noticesATableThatChanges() {
    assertThat(failures(new Learning())).containsExactly("keepsNoState");
  }

  @Test
  void noticesAFalseInverse() {
    assertThat(failures(new FalseInverse())).containsExactly("undoesWhatItMixed");
  }

  @Test
  void noticesThatEqualKeysGetTwoHashes() {
    assertThat(failures(new ByIdentity()))
        .containsExactly("readsEqualContentAlikeInEveryGeneration");
  }

  @Test
  void noticesAProviderThatDoesNotSayWhatItIs() {
    assertThat(failures(new Silent())).containsExactly("describesItself");
  }

  /** Doubles the hash. */
  public static class Sound implements HashMixerProvider {
    /** Creates the provider. */
    public Sound() {}

    @Override
    public StrategyId id() {
      return new StrategyId("test.doubling");
    }

    @Override
    public String summary() {
      return "Doubles.";
    }

    @Override
    public String source() {
      return "hamtlab";
    }

    @Override
    public List<Parameter<?>> parameters() {
      return List.of();
    }

    @Override
    public Traits traits(Settings settings) {
      return Traits.NONE;
    }

    @Override
    public HashMixer create(Settings settings) {
      return new Doubling();
    }
  }

  private static final class Doubling implements HashMixer {
    @Override
    public long mix(long hash) {
      return 2 * hash;
    }
  }

  /** Triples the hash. */
  public static final class False extends Sound {
    @Override
    public HashMixer create(Settings settings) {
      return new Tripling();
    }
  }

  private static final class Tripling implements HashMixer {
    @Override
    public long mix(long hash) {
      return 3 * hash;
    }
  }

  /** Adds the number of the call. */
  public static final class Remembering extends Sound {
    @Override
    public HashMixer create(Settings settings) {
      return new Counting();
    }
  }

  private static final class Counting implements HashMixer {
    private long calls;

    @Override
    public long mix(long hash) {
      return 2 * hash + calls++;
    }
  }

  /** Counts calls of all instances. */
  public static final class Sharing extends Sound {
    @Override
    public HashMixer create(Settings settings) {
      return new Shared();
    }
  }

  private static final class Shared implements HashMixer {
    private static long calls;

    @Override
    public long mix(long hash) {
      calls++;
      return 2 * hash;
    }
  }

  /** Counts calls in a table. */
  public static final class Learning extends Sound {
    @Override
    public HashMixer create(Settings settings) {
      return new Table();
    }
  }

  private static final class Table implements HashMixer {
    private final long[] calls = new long[1];

    @Override
    public long mix(long hash) {
      calls[0]++;
      return 2 * hash;
    }
  }

  /** Says that doubling is one-to-one. */
  public static final class FalseInverse extends Sound {
    @Override
    public HashMixer create(Settings settings) {
      return new Halving();
    }
  }

  private static final class Halving implements InvertibleMixer {
    @Override
    public long mix(long hash) {
      return 2 * hash;
    }

    @Override
    public int bits() {
      return Long.SIZE;
    }

    @Override
    public long unmix(long mixed) {
      return mixed >>> 1;
    }
  }

  /** Takes the identity of a key for its content. */
  public static final class ByIdentity extends Sound {
    @Override
    public HashMixer create(Settings settings) {
      return new Identity();
    }
  }

  private static final class Identity implements ContentMixer {
    @Override
    public long mix(long hash) {
      return 2 * hash;
    }

    @Override
    public long hash(Object key, int generation) {
      return System.identityHashCode(key);
    }
  }

  /** Has no sentence. */
  public static final class Silent extends Sound {
    @Override
    public String summary() {
      return "";
    }
  }
}
