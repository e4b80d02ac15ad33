package org.hamtlab.map;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.ConfigurationException;

/**
 * What is written of a map, a version or a version's map view: its composition and its entries.
 *
 * <pre>
 * int form, byte kind, String phrase, int entries, then (key, value) × entries
 * </pre>
 *
 * Whoever reads composes anew with the strategies that are installed there. Nothing else of the
 * writer's composition travels: no class of it, no node, and no secret that a mixer keeps.
 *
 * <p><b>Cost.</b> One visit of every entry to write, one put an entry to read.
 *
 * <p><b>Limits.</b> An entry that refers back to the map that holds it cannot be read, as with the
 * immutable collections of the JDK.
 */
public final class SerializedForm implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The form that is written; those that are read are 1 to this. */
  private static final int FORM = 1;

  private static final byte MAP = 0;
  private static final byte VERSION = 1;
  private static final byte VIEW = 2;

  private transient byte kind;
  private transient String phrase;
  private transient Map<?, ?> written;
  private transient List<Object> read;

  private SerializedForm(byte kind, String phrase, Map<?, ?> written) {
    this.kind = kind;
    this.phrase = phrase;
    this.written = written;
  }

  /** The form of a mutable map. */
  public static SerializedForm of(Hamt<?, ?> map) {
    return new SerializedForm(MAP, map.phrase(), map);
  }

  /** The form of a version. */
  public static SerializedForm of(PersistentHamt<?, ?> version) {
    return new SerializedForm(VERSION, version.phrase(), version.asMap());
  }

  /** The form of a version's map view. */
  public static SerializedForm ofView(PersistentHamt<?, ?> version) {
    return new SerializedForm(VIEW, version.phrase(), version.asMap());
  }

  /**
   * Refuses what claims to be a map itself, which is never written.
   *
   * @throws InvalidObjectException always
   */
  public static void refuseDirect(Class<?> type) throws InvalidObjectException {
    throw invalid(type.getName(), "the form that a map writes of itself", "Write the map again");
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    int size = written.size();
    out.defaultWriteObject();
    out.writeInt(FORM);
    out.writeByte(kind);
    out.writeObject(phrase);
    out.writeInt(size);
    for (Map.Entry<?, ?> entry : written.entrySet()) {
      out.writeObject(entry.getKey());
      out.writeObject(entry.getValue());
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    int form = in.readInt();
    if (form < 1 || form > FORM) {
      throw invalid("form " + form, "1.." + FORM, "Read it with the release that wrote it");
    }
    kind = in.readByte();
    if (kind < MAP || kind > VIEW) {
      throw invalid("kind " + kind, MAP + ".." + VIEW, "Write the map again");
    }
    if (!(in.readObject() instanceof String text)) {
      throw invalid("no phrase", "a composition", "Write the map again");
    }
    phrase = text;
    int size = in.readInt();
    if (size < 0) {
      throw invalid(size + " entries", "0 or more", "Write the map again");
    }
    // Grows as entries really come: a forged count takes no memory.
    read = new ArrayList<>();
    for (int entry = 0; entry < size; entry++) {
      read.add(in.readObject());
      read.add(in.readObject());
    }
  }

  /** Composes the map that was written. */
  private Object readResolve() throws InvalidObjectException {
    Hamt<Object, Object> map = composed();
    try {
      fill(map);
    } catch (InvalidObjectException | RuntimeException | Error failure) {
      map.close();
      throw failure;
    }
    return switch (kind) {
      case MAP -> map;
      case VERSION -> map.persistent();
      default -> map.persistent().asMap();
    };
  }

  private Hamt<Object, Object> composed() throws InvalidObjectException {
    try {
      return Composition.of(phrase).newMap();
    } catch (ConfigurationException impossible) {
      InvalidObjectException invalid =
          invalid(
              "'" + phrase + "'",
              "a composition of installed strategies; " + impossible.getMessage(),
              "Install what is missing and read again");
      invalid.initCause(impossible);
      throw invalid;
    }
  }

  private void fill(Map<Object, Object> map) throws InvalidObjectException {
    for (int index = 0; index < read.size(); index += 2) {
      map.put(read.get(index), read.get(index + 1));
      if (map.size() != index / 2 + 1) {
        throw invalid(
            "entry " + index / 2 + " repeats a key",
            "distinct keys",
            "Mend equals and hashCode of the keys, or write the map again");
      }
    }
  }

  private static InvalidObjectException invalid(String value, String rule, String remedy) {
    return new InvalidObjectException(
        "serialized map: " + value + " (expected " + rule + "). " + remedy + ".");
  }
}
