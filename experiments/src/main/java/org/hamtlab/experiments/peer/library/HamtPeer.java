package org.hamtlab.experiments.peer.library;

import java.util.Map;
import java.util.function.BiConsumer;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;

/** A composition of ours, by a copy of engine and strategies that nobody else uses. */
public final class HamtPeer implements PeerMap<PersistentHamt<Object, Object>> {
  private final Composition composition;

  /**
   * Composes.
   *
   * @param phrase the composition
   * @throws org.hamtlab.config.ConfigurationException if it is malformed or impossible
   */
  public HamtPeer(String phrase) {
    Registry registry = Registry.installed();
    composition = Composition.independent(registry, registry.resolve(phrase));
  }

  @Override
  public PersistentHamt<Object, Object> bulk(Map<Object, Object> source) {
    return composition.<Object, Object>newPersistentMap().putAll(source);
  }

  @Override
  public int size(PersistentHamt<Object, Object> map) {
    return map.size();
  }

  @Override
  public Object get(PersistentHamt<Object, Object> map, Object key) {
    return map.get(key);
  }

  @Override
  public PersistentHamt<Object, Object> put(
      PersistentHamt<Object, Object> map, Object key, Object value) {
    return map.put(key, value);
  }

  @Override
  public PersistentHamt<Object, Object> remove(PersistentHamt<Object, Object> map, Object key) {
    return map.remove(key);
  }

  @Override
  public void iterate(PersistentHamt<Object, Object> map, BiConsumer<Object, Object> visitor) {
    for (Map.Entry<Object, Object> entry : map) {
      visitor.accept(entry.getKey(), entry.getValue());
    }
  }

  @Override
  public PersistentHamt<Object, Object> union(
      PersistentHamt<Object, Object> left, PersistentHamt<Object, Object> right) {
    return left.union(right);
  }

  @Override
  public boolean areEqual(
      PersistentHamt<Object, Object> one, PersistentHamt<Object, Object> other) {
    return one.equals(other);
  }

  /** Memory of the C library is no object, and its cleaner reaches the memory of all maps. */
  @Override
  public long bytesBesideHeap(PersistentHamt<Object, Object> map) {
    return map.phrase().contains("memory=native") ? map.family().memoryBytes() : -1;
  }

  @Override
  public boolean isEvacuating(PersistentHamt<Object, Object> map) {
    return map.family().slotsGranted() > 0;
  }

  @Override
  public long evacuations(PersistentHamt<Object, Object> map) {
    return map.family().evacuations();
  }
}
