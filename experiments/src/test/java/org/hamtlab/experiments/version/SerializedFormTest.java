package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
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

    assertThatThrownBy(() -> read(forged)).isInstanceOf(IOException.class);
  }

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
    Object value = new java.util.ArrayList<>(java.util.List.of("shared"));
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
