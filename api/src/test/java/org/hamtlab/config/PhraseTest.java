package org.hamtlab.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hamtlab.config.Phrase.Assignment;
import org.hamtlab.config.Phrase.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhraseTest {
  private final Faults faults = new Faults();

  @Test
  void keepsTheColumnsOfWords() {
    Phrase phrase = Phrase.parse(" @base a=b{c=d}", faults);

    assertThat(faults.sentences()).isEmpty();
    assertThat(phrase.preset()).contains(new Word("base", 2));
    assertThat(phrase.assignments()).hasSize(1);
    Assignment assignment = phrase.assignments().getFirst();
    assertThat(assignment.name()).isEqualTo(new Word("a", 8));
    assertThat(assignment.value().word()).isEqualTo(new Word("b", 10));
    assertThat(assignment.value().parameters().getFirst().name()).isEqualTo(new Word("c", 12));
  }

  @Test
  void nestsValuesAndIgnoresWhitespaceInBraces() {
    Phrase phrase = Phrase.parse("a=b{ c = d{e=f,} ,\n g=h }", faults);

    assertThat(faults.sentences()).isEmpty();
    assertThat(phrase.value("a").orElseThrow()).hasToString("b{c=d{e=f},g=h}");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  \t"})
  void refusesNothing(String text) {
    assertThat(Phrase.parse(text, faults).assignments()).isEmpty();
    assertThat(faults.sentences()).singleElement().asString().startsWith("phrase: n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pool | phrase: 'pool' at column 1 (expected a preset or axis=strategy).",
        "hash=a =b | phrase: '=b' at column 8 (expected a preset or axis=strategy).",
        "hash= | hash: the phrase ends (expected a value behind '=').",
        "hash={a=1} | hash: '{' at column 6 (expected a value behind '=').",
        "hash=a{b=} | b: '}' at column 10 (expected a value behind '=').",
        "hash=a{b=1 | a: the phrase ends (expected ',' or '}'). Separate parameters with ',' and"
            + " close the brace of column 7 with '}'.",
        "hash=a{b=1 layout=c | a: 'l' at column 12 (expected ',' or '}').",
        "hash=a{b} | a: '}' at column 9 (expected name=value inside the braces",
        "hash=a{b=1,,c=2} | a: ',' at column 12 (expected name=value inside the braces",
        "hash=a{b=1}} | phrase: '}' at column 12 (expected a space or the end).",
        "hash=a{b=1}c | phrase: 'c' at column 12 (expected a space or the end).",
        "hash=a,b | phrase: ',' at column 7 (expected a space or the end).",
        "hash=a hash=b | hash: 'b' at column 8 (expected once,",
        "hash=a{b=1,b=2} | a.b: '2' at column 12 (expected once,",
        "hash=a @x | phrase: '@x' at column 8 (expected one preset, in front",
        "@x @y | phrase: '@y' at column 4 (expected one preset, in front",
        "@ hash=a | phrase: '@' at column 1 (expected the name of a preset behind it).",
      })
  void namesTheColumnOfAFault(String text, String beginning) {
    Phrase.parse(text, faults);

    assertThat(faults.sentences()).singleElement().asString().startsWith(beginning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allocator=poolslots=65536 allocator=poolparent=arena",
        "@mojo-hamt allocator=poolslots=65536",
        "allocator=checked{parent=poolslots=65536} allocator=checked{parent=poolparent=arena}",
        "hash=a hash=b allocator=poolslots=1",
      })
  void recognisesBracesThatTheShellExpanded(String text) {
    Phrase.parse(text, faults);

    assertThat(faults.sentences().getLast())
        .contains("looks as if the shell had expanded the braces", "Quote the phrase");
  }

  @Test
  void goesOnAfterAFaultWithTheNextPiece() {
    Phrase phrase = Phrase.parse("pool hash=a{b} layout=c", faults);

    assertThat(faults.sentences()).hasSize(2);
    assertThat(phrase.assignments().stream().map(it -> it.name().text()))
        .isEqualTo(List.of("layout"));
  }
}
