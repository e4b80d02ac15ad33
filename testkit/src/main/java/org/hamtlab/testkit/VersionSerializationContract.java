package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.api.Test;

/** Part of {@link VersionContract}: what is written is read again, the composition included. */
public interface VersionSerializationContract extends VersionSubject {

  /** Versions, the empty one too. */
  @Test
  default void aVersionIsReadAsItWasWritten() throws IOException, ClassNotFoundException {
    PersistentHamt<Object, Object> version = emptyVersion();
    PersistentHamt<Object, Object> full = version;
    for (int number = 0; number < 200; number++) {
      full = full.put("key" + number, (long) number);
    }
    full = full.put(null, "null").put("nothing", null).put(List.of("AaAa"), 1).put("AaBB", 2);
    for (PersistentHamt<Object, Object> written :
        List.of(version, version.put(null, null), version.put("AaAa", 1).put("BBBB", 2), full)) {
      Object read = copyOf(written);
      assertThat(read).isInstanceOf(PersistentHamt.class).isNotSameAs(written);
      PersistentHamt<?, ?> copy = (PersistentHamt<?, ?>) read;
      assertThat(copy.equals(written)).isTrue();
      assertThat(written.equals(copy)).isTrue();
      assertThat(copy.phrase()).isEqualTo(written.phrase());
      TrieInvariants.of(copy).check(copy);
      assertThat(copy.remove("absent").size()).isEqualTo(written.size());
    }
  }

  /** Maps, which stay changeable. */
  @Test
  default void aMapIsReadAsItWasWritten() throws IOException, ClassNotFoundException {
    Map<Object, Object> expected = new HashMap<>();
    for (int number = 0; number <= 100; number += 50) {
      try (Hamt<Object, Object> written = Hamt.of(emptyVersion().phrase())) {
        for (int key = 0; key < number; key++) {
          written.put("key" + key, List.of(key));
        }
        written.put(null, written.size());
        expected.putAll(written);
        @SuppressWarnings("unchecked")
        Hamt<Object, Object> copy = (Hamt<Object, Object>) copyOf(written);
        assertThat((Map<Object, Object>) copy).isEqualTo(expected);
        assertThat(copy.phrase()).isEqualTo(written.phrase());
        copy.put("more", 1);
        assertThat(written.containsKey("more")).isFalse();
        assertThat(copy.size()).isEqualTo(written.size() + 1);
        copy.close();
      }
    }
  }

  /** What changed is a value: nobody changes it, and it travels. */
  @Test
  default void aDifferenceIsUnmodifiableAndSerializable()
      throws IOException, ClassNotFoundException {
    PersistentHamt<Object, Object> earlier = emptyVersion();
    earlier = earlier.put("one", 1).put("two", 2);
    var diff = earlier.remove("one").put("two", 22).put("three", 3).diff(earlier);
    assertThatThrownBy(() -> diff.added().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> diff.removed().put("x", 1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> diff.changed().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(copyOf(diff)).isEqualTo(diff);
  }

  private static Object copyOf(Object written) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(written);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
