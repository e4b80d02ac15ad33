package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;
import org.junit.jupiter.api.Test;

/** What every mixer must do. A subclass names its provider and pins known answers. */
public abstract class HashMixerContract extends ProviderContract<HashMixerProvider> {
  private static final int INPUTS = 10_000;

  /** Creates the contract. */
  protected HashMixerContract() {}

  /** Inputs and the outputs that the source publishes for them; at least one. */
  protected abstract Map<Long, Long> knownAnswers();

  private HashMixer mixer() {
    return provider().create(settings());
  }

  @Test
  public void givesTheKnownAnswers() {
    HashMixer mixer = mixer();

    assertThat(knownAnswers()).isNotEmpty();
    knownAnswers()
        .forEach(
            (input, output) -> assertThat(mixer.mix(input)).as("mix %d", input).isEqualTo(output));
  }

  @Test
  public void answersAlikeInEveryInstanceAndAlways() {
    HashMixer one = mixer();
    HashMixer other = mixer();
    SplittableRandom random = new SplittableRandom(1);
    for (int input = 0; input < INPUTS; input++) {
      long hash = random.nextInt() & 0xFFFF_FFFFL;
      long mixed = one.mix(hash);
      assertThat(other.mix(hash)).isEqualTo(mixed);
      assertThat(one.mix(hash)).isEqualTo(mixed);
    }
  }

  @Test
  public void keepsNoState() {
    Class<?> type = mixer().getClass();

    assertThat(variableStatics(type)).isEmpty();
    assertThat(type.getDeclaredFields())
        .filteredOn(field -> !field.isSynthetic())
        .allSatisfy(field -> assertThat(Modifier.isFinal(field.getModifiers())).isTrue());
    assertThat(Arrays.stream(type.getDeclaredFields()).filter(field -> field.getType().isArray()))
        .isEmpty();
  }
}
