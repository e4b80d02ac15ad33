package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Selection;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of an impossible phrase is said of what its author wrote. */
class ImpossiblePhraseTest {
  private static final Registry REGISTRY = Registry.installed();
  private static final Pattern BLAMED =
      Pattern.compile(
          "(hash|layout|allocator|compression) (\\S+)( \\(the default\\))? (needs|offers)");

  private static List<Selection> on(Axis axis) {
    List<Selection> selections = new ArrayList<>();
    for (StrategyProvider provider : REGISTRY.providers(axis)) {
      selections.addAll(REGISTRY.variants(axis, provider.id()));
    }
    return selections;
  }

  /** Every pair of strategies of two axes, and every strategy alone. */
  @Test
  void namesWhatWasWrittenFirstAndADefaultAsSuch() {
    int impossible = 0;
    for (Axis one : Axis.values()) {
      for (Selection first : on(one)) {
        impossible += check(one + "=" + first, List.of(one));
        for (Axis other : Axis.values()) {
          for (Selection second : one.compareTo(other) < 0 ? on(other) : List.<Selection>of()) {
            String phrase = one + "=" + first + " " + other + "=" + second;
            impossible += check(phrase, List.of(one, other));
          }
        }
      }
    }
    assertThat(impossible).isPositive();
  }

  private static int check(String phrase, List<Axis> named) {
    Optional<String> reason = REGISTRY.exclusion(phrase);
    if (reason.isEmpty()) {
      return 0;
    }
    List<String> names = named.stream().map(Axis::key).toList();
    Matcher blamed = BLAMED.matcher(reason.get());
    boolean isFirst = true;
    while (blamed.find()) {
      boolean isNamed = names.contains(blamed.group(1));
      assertThat(blamed.group(3) == null).as("%s: %s", phrase, reason).isEqualTo(isNamed);
      assertThat(isNamed || !isFirst).as("%s: %s", phrase, reason).isTrue();
      isFirst = false;
    }
    assertThat(isFirst).as("%s: %s", phrase, reason).isFalse();
    return 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          allocator=malloc | allocator malloc needs native words; layout tagged-int{memory=heap,root-table=none} (the default) offers words in the Java heap. Layouts that offer native words: champ-words{memory=native},
          allocator=malloc compression=path | allocator malloc needs native words; layout tagged-int{memory=heap,root-table=none} (the default) offers words in the Java heap. Layouts
          allocator=freelist{parent=gc} hash=identity | allocator freelist{classes=exact} needs a parent with blocks that have addresses; allocator gc offers arrays that the JVM collects. Allocators
          @champ compression=path | layout champ needs branches that skip no levels; compression path offers nothing. Compressions that offer branches that skip no levels: lazy-expansion, none.
          build=arena-clone allocator=gc | build=arena-clone fills maps over allocator arena: allocator arena offers blocks that have addresses; layout champ (the default) needs arrays that the JVM collects. Allocators that offer arrays that the JVM collects: gc. Or name another layout. Or say build=bottom-up.
          """)
  void tellsTheConflictAndTheRemedy(String phrase, String beginning) {
    assertThat(REGISTRY.exclusion(phrase).orElseThrow()).startsWith(beginning);
  }

  @Test
  void sparesDefaultsWhereWhatWasWrittenDoesNotFit() {
    assertThat(REGISTRY.exclusion("allocator=freelist{parent=gc} hash=identity").orElseThrow())
        .doesNotContain("(the default)", "champ", "tagged-int");
    assertThat(REGISTRY.exclusion("allocator=malloc").orElseThrow()).doesNotContain("champ needs");
    assertThat(REGISTRY.exclusion("allocator=malloc layout=tagged-int{memory=native}")).isEmpty();
  }

  @Test
  void quotesThePhraseAsItWasWritten() {
    assertThatThrownBy(() -> Hamt.of("allocator=malloc"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            "composition: 'allocator=malloc' is impossible: allocator malloc needs native words;");
  }
}
