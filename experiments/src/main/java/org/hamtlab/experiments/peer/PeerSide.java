package org.hamtlab.experiments.peer;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.DidYouMean;
import org.hamtlab.experiments.peer.library.BifurcanPeer;
import org.hamtlab.experiments.peer.library.ClojurePeer;
import org.hamtlab.experiments.peer.library.DexxPeer;
import org.hamtlab.experiments.peer.library.HamtPeer;
import org.hamtlab.experiments.peer.library.HashMapPeer;
import org.hamtlab.experiments.peer.library.KotlinxPeer;
import org.hamtlab.experiments.peer.library.PCollectionsPeer;
import org.hamtlab.experiments.peer.library.PaguroPeer;
import org.hamtlab.experiments.peer.library.PeerMap;
import org.hamtlab.experiments.peer.library.PeerOperation;
import org.hamtlab.experiments.peer.library.ScalaPeer;
import org.hamtlab.experiments.peer.library.UnifiedMapPeer;
import org.hamtlab.experiments.peer.library.VavrPeer;
import org.hamtlab.registry.Registry;

/**
 * One side of a comparison.
 *
 * @param name as written on the command line: a phrase, or the name of a library
 * @param adapter how its operations are spelled
 */
public record PeerSide(String name, Class<? extends PeerMap<?>> adapter) {
  private static final String PEER = "peer=";
  private static final Map<String, Class<? extends PeerMap<?>>> LIBRARIES =
      new TreeMap<>(
          Map.of(
              "clojure", ClojurePeer.class,
              "scala", ScalaPeer.class,
              "kotlinx", KotlinxPeer.class,
              "vavr", VavrPeer.class,
              "paguro", PaguroPeer.class,
              "pcollections", PCollectionsPeer.class,
              "bifurcan", BifurcanPeer.class,
              "dexx", DexxPeer.class,
              "java.util.HashMap", HashMapPeer.class,
              "unified-map", UnifiedMapPeer.class));

  /** Names of all libraries. */
  public static List<String> libraries() {
    return new ArrayList<>(LIBRARIES.keySet());
  }

  /**
   * A side by name: a library, {@code peer=} and a library, or a phrase.
   *
   * @throws ConfigurationException if the phrase or the library is unknown
   */
  public static PeerSide of(String name) {
    return LIBRARIES.containsKey(name) || name.startsWith(PEER)
        ? library(name.startsWith(PEER) ? name.substring(PEER.length()) : name)
        : composition(name);
  }

  /**
   * A library.
   *
   * @throws ConfigurationException if it is unknown
   */
  public static PeerSide library(String name) {
    Class<? extends PeerMap<?>> adapter = LIBRARIES.get(name);
    if (adapter == null) {
      throw new ConfigurationException(
          "peers: '"
              + name
              + "' is not a peer (expected one of "
              + String.join(", ", libraries())
              + ")."
              + DidYouMean.sentence(name, libraries()));
    }
    return new PeerSide(name, adapter);
  }

  private static PeerSide composition(String phrase) {
    Registry registry = Registry.installed();
    Optional<String> reason = registry.exclusion(phrase);
    if (reason.isPresent()) {
      throw new ConfigurationException("peers: '" + phrase + "' is impossible: " + reason.get());
    }
    return new PeerSide(phrase, HamtPeer.class);
  }

  /** Whether it is a composition of ours. */
  public boolean isComposition() {
    return adapter == HamtPeer.class;
  }

  /** An adapter, of the class itself or of a copy of it. */
  public PeerMap<?> newAdapter(Class<?> copy) {
    try {
      return (PeerMap<?>)
          (isComposition()
              ? copy.getConstructor(String.class).newInstance(name)
              : copy.getConstructor().newInstance());
    } catch (InvocationTargetException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * What it has no operation for. A composition that gives no memory back before the end is for
   * maps that are built once: chains of versions would fill the heap.
   */
  public Set<PeerOperation> lacking() {
    if (!isComposition()) {
      return newAdapter().lacking();
    }
    return Registry.installed().resolve(name).reclaim().evacuates()
        ? Set.of()
        : Set.of(PeerOperation.PUT, PeerOperation.REMOVE, PeerOperation.UPDATE);
  }

  /** An adapter that is not a copy. */
  public PeerMap<?> newAdapter() {
    return newAdapter(adapter);
  }
}
