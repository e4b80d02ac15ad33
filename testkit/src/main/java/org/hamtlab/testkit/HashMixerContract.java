package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.hamtlab.config.Trait;
import org.hamtlab.spi.ContentMixer;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.InvertibleMixer;
import org.junit.jupiter.api.Test;

/**
 * What every mixer must do. A subclass names its provider and pins known answers; a keyed mixer has
 * none, and is held to differ from instance to instance.
 */
public abstract class HashMixerContract extends ProviderContract<HashMixerProvider> {
  private static final int INPUTS = 10_000;
  private static final int GENERATIONS = 4;
  private static final int KEYS = 100;

  /** Creates the contract. */
  protected HashMixerContract() {}

  /** Inputs and the outputs that the source publishes; at least one, unless it is keyed. */
  protected abstract Map<Long, Long> knownAnswers();

  private HashMixer mixer() {
    return provider().create(settings());
  }

  /** Another instance that answers alike: where each has a secret, there is only the same one. */
  private HashMixer twin(HashMixer mixer) {
    return isKeyed() ? mixer : mixer();
  }

  private boolean isKeyed() {
    return provider().traits(settings()).offers().contains(Trait.KEYED);
  }

  @Test
  public void givesTheKnownAnswers() {
    assumeFalse(isKeyed(), "the mixer has no secret of its own");
    HashMixer mixer = mixer();

    assertThat(knownAnswers()).isNotEmpty();
    knownAnswers()
        .forEach(
            (input, output) -> assertThat(mixer.mix(input)).as("mix %d", input).isEqualTo(output));
  }

  @Test
  public void answersAlikeInEveryInstanceAndAlways() {
    HashMixer one = mixer();
    HashMixer other = twin(one);
    inputs()
        .forEach(hash -> {
          long mixed = one.mix(hash);
          assertThat(other.mix(hash)).isEqualTo(mixed);
          assertThat(one.mix(hash)).isEqualTo(mixed);
        });
  }

  @Test
  public void hasAnotherSecretInEveryInstanceIfItSaysThatItIsKeyed() {
    assumeTrue(isKeyed(), "the mixer says that it is keyed");
    HashMixer one = mixer();
    HashMixer other = mixer();

    assertThat(inputs().filter(hash -> one.mix(hash) != other.mix(hash)).count())
        .as("inputs that two instances mix differently")
        .isGreaterThan(INPUTS / 2);
  }

  @Test
  public void keepsNoState() throws ReflectiveOperationException {
    HashMixer mixer = mixer();
    Class<?> type = mixer.getClass();

    assertThat(variableStatics(type)).isEmpty();
    assertThat(type.getDeclaredFields())
        .filteredOn(field -> !field.isSynthetic())
        .allSatisfy(field -> assertThat(Modifier.isFinal(field.getModifiers())).isTrue());
    List<Object> before = tables(mixer);
    inputs().forEach(mixer::mix);
    assertThat(tables(mixer)).isEqualTo(before);
  }

  /** The content of the arrays that a mixer holds. */
  private static List<Object> tables(HashMixer mixer) throws ReflectiveOperationException {
    List<Object> tables = new ArrayList<>();
    for (Field field : mixer.getClass().getDeclaredFields()) {
      if (field.getType().isArray() && !Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        Object array = field.get(mixer);
        for (int at = 0; at < Array.getLength(array); at++) {
          tables.add(Array.get(array, at));
        }
      }
    }
    return tables;
  }

  @Test
  public void undoesWhatItMixed() {
    assumeTrue(mixer() instanceof InvertibleMixer, "the mixer says that it is one-to-one");
    InvertibleMixer mixer = (InvertibleMixer) mixer();
    assertThat(mixer.bits()).isIn(Integer.SIZE, Long.SIZE);
    long mask = -1L >>> Long.SIZE - mixer.bits();
    inputs()
        .map(input -> input & mask)
        .forEach(hash -> {
          assertThat(mixer.mix(hash) & ~mask).as("bits above those of %x", hash).isZero();
          assertThat(mixer.unmix(mixer.mix(hash))).as("%x", hash).isEqualTo(hash);
          assertThat(mixer.mix(mixer.unmix(hash))).as("%x", hash).isEqualTo(hash);
        });
  }

  @Test
  public void readsEqualContentAlikeInEveryGeneration() {
    assumeTrue(mixer() instanceof ContentMixer, "the mixer reads the content of keys");
    ContentMixer one = (ContentMixer) mixer();
    ContentMixer other = (ContentMixer) twin(one);
    for (int generation = 0; generation < GENERATIONS; generation++) {
      for (int number = 0; number < KEYS; number++) {
        for (int kind = 0; kind < key(number).size(); kind++) {
          Object key = key(number).get(kind);
          assertThat(other.hash(key(number).get(kind), generation))
              .as("%s of %s in generation %d", key, key.getClass(), generation)
              .isEqualTo(one.hash(key, generation));
        }
      }
      assertThat(other.hash(null, generation)).isEqualTo(one.hash(null, generation));
    }
  }

  /** Equal keys that are new objects in every call. */
  private static List<Object> key(int number) {
    return List.of(
        "key " + number,
        Long.valueOf(1L << 40 | number),
        Integer.valueOf(1 << 20 | number),
        Double.valueOf(number / 3.0),
        Float.valueOf(number / 3f),
        List.of(number, "list"));
  }

  /** Hash codes and hashes of 64 bits, the extreme ones among them. */
  private static LongStream inputs() {
    SplittableRandom random = new SplittableRandom(2);
    return LongStream.concat(
        LongStream.of(0, 1, -1, Long.MIN_VALUE, Integer.MIN_VALUE & 0xFFFF_FFFFL, 0xFFFF_FFFFL),
        LongStream.concat(
            LongStream.range(0, Long.SIZE).map(bit -> 1L << bit),
            random.longs(INPUTS).map(hash -> (hash & 1) == 0 ? hash : hash >>> Integer.SIZE)));
  }
}
