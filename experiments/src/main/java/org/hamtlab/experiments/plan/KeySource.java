package org.hamtlab.experiments.plan;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Plan.KeySet;

/** Where keys come from. */
@FunctionalInterface
public interface KeySource {

  /** The keys of a phrase, in the order in which they are inserted. */
  List<Object> keys(String phrase);

  /** The key set of a phrase as a plan records it. */
  default KeySet describe(String phrase) {
    List<Object> keys = keys(phrase);
    return new KeySet(phrase, new HashSet<>(keys).size(), digest(keys));
  }

  /** SHA-256 over type and text of all keys, in order. */
  static String digest(List<Object> keys) {
    StringBuilder text = new StringBuilder();
    for (Object key : keys) {
      text.append(key.getClass().getName()).append(' ').append(key).append('\n');
    }
    return BundleFiles.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
