package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/** What is written of a version is its phrase and its entries, and it is validated when read. */
class SerializedFormTest {
  private static final String PHRASE = "layout=tagged-int allocator=freelist";

  @Test
  void holdsThePhraseAndNoClassOfACopy() throws IOException {
    String written = new String(written(version()), StandardCharsets.ISO_8859_1);

    assertThat(written).contains("tagged-int", "freelist", "one");
    assertThat(written).doesNotContain("org.hamtlab.engine", "org.hamtlab.layout");
  }

  @Test
  void refusesAnUnknownStrategyByName() throws IOException {
    byte[] forged = replaced(written(version()), "freelist", "freelisp");

    assertThatThrownBy(() -> read(forged)).hasStackTraceContaining("'freelisp' is not installed");
    assertThatThrownBy(() -> read(forged)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesAMalformedPhrase() throws IOException {
    byte[] forged = replaced(written(version()), "layout=", "layout{");

    assertThatThrownBy(() -> read(forged))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContainingAll("serialized map:", "layout{", "expected", "Install");
  }

  @Test
  void refusesKeysThatAreEqual() throws IOException {
    byte[] forged = replaced(written(version()), "two", "one");

    assertThatThrownBy(() -> read(forged))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContainingAll("entry 1 repeats a key", "distinct keys");
  }

  @Test
  void refusesFormsKindsAndCountsThatCannotBe() throws IOException {
    byte[] whole = written(version());
    String form = "\u0077\u0005\0\0\0\1\1";
    String count = "\u0077\u0004\0\0\0\2";

    assertInvalid(replaced(whole, form, "\u0077\u0005\0\0\0\2\1"), "form 2 (expected 1..1)");
    assertInvalid(replaced(whole, form, "\u0077\u0005\0\0\0\0\1"), "form 0 (expected 1..1)");
    assertInvalid(replaced(whole, form, "\u0077\u0005\0\0\0\1\7"), "kind 7 (expected 0..2)");
    assertInvalid(
        replaced(whole, count, "\u0077\u0004\u00ff\0\0\2"), "entries (expected 0 or more)");
    byte[] longer = replaced(whole, count, "\u0077\u0004\u007f\0\0\2");
    assertThatThrownBy(() -> read(longer)).isInstanceOf(IOException.class);
  }

  private static void assertInvalid(byte[] forged, String message) {
    assertThatThrownBy(() -> read(forged))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aMapViewIsReadAsAMapView() throws IOException, ClassNotFoundException {
    PersistentHamt<Object, Object> version = version().put(null, null);
    for (Map<Object, Object> view : List.of(version.asMap(), PersistentHamt.of(PHRASE).asMap())) {
      @SuppressWarnings("unchecked")
      Map<Object, Object> copy = (Map<Object, Object>) read(written(view));

      assertThat(copy).isEqualTo(view).isNotSameAs(view).isNotInstanceOf(Hamt.class);
      assertThatThrownBy(() -> copy.put("more", 1))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(PersistentHamt.copyOf(PHRASE, copy).equals(PersistentHamt.copyOf(PHRASE, view)))
          .isTrue();
    }
  }

  @Test
  void anEntryIsWrittenWithoutItsMap() throws IOException, ClassNotFoundException {
    try (Hamt<Object, Object> map = Hamt.of(PHRASE)) {
      map.put("one", 1);
      Map.Entry<Object, Object> entry = map.entrySet().iterator().next();

      assertThat(read(written(entry))).isEqualTo(Map.entry("one", 1));
    }
  }

  @Test
  void aClosedMapIsNotWritten() {
    Hamt<Object, Object> map = Hamt.of(PHRASE);
    PersistentHamt<Object, Object> version = version();
    Map<Object, Object> view = version.asMap();
    Hamt<Object, Object> edited = version.asTransient();
    Hamt<Object, Object> ended = version.asTransient();
    ended.persistent();
    map.close();
    version.close();

    for (Object closed :
        List.<Object>of(new Held(map), version, new Held(view), new Held(edited))) {
      assertThatThrownBy(() -> written(closed)).isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> written(ended)).isInstanceOf(IllegalStateException.class);
  }

  /** Keeps a map out of reach of what prints lists. */
  private record Held(Object map) implements java.io.Serializable {}

  @Test
  void refusesWhatIsCutOff() throws IOException {
    byte[] whole = written(version());
    for (int length = 1; length < whole.length; length += 7) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void writesSharedEntriesOnce() throws IOException, ClassNotFoundException {
    Object value = new java.util.ArrayList<>(List.of("shared"));
    PersistentHamt<Object, Object> version = PersistentHamt.of(PHRASE);
    version = version.put("one", value).put("two", value);

    PersistentHamt<?, ?> copy = (PersistentHamt<?, ?>) read(written(version));

    assertThat((Object) copy.get("one")).isSameAs(copy.get("two")).isEqualTo(value);
  }

  @Test
  void aMapIsNeverReadAsAVersion() throws IOException, ClassNotFoundException {
    try (Hamt<Object, Object> map = Hamt.of(PHRASE)) {
      map.put("one", 1);
      assertThat(read(written(map))).isInstanceOf(Hamt.class);
    }
    assertThat(read(written(version()))).isInstanceOf(PersistentHamt.class);
  }

  private static PersistentHamt<Object, Object> version() {
    PersistentHamt<Object, Object> version = PersistentHamt.of(PHRASE);
    return version.put("one", 1).put("two", 2);
  }

  private static byte[] written(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }

  private static byte[] replaced(byte[] bytes, String from, String to) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }
}
