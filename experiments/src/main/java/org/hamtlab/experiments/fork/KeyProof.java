package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hamtlab.experiments.key.JdkNames;
import org.hamtlab.experiments.plan.InstalledKeys;
import org.hamtlab.experiments.plan.KeySource;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.Plan;

/**
 * Proof, once a run, that the keys are those of the plan. A fork would take tenths of a second for
 * the digest; it compares the hash code of the list instead, which the runner found beside it.
 */
final class KeyProof {
  private final Map<String, Integer> hashes = new ConcurrentHashMap<>();

  /** Hash code of the list of keys; an error if they are not those that the plan was made with. */
  int hash(Plan.KeySet keySet) {
    return hashes.computeIfAbsent(keySet.keys(), phrase -> prove(keySet));
  }

  private static int prove(Plan.KeySet keySet) {
    List<Object> keys = new InstalledKeys().keys(keySet.keys());
    if (!KeySource.digest(keys).equals(keySet.digest())) {
      throw new BundleException(
          keySet.keys()
              + ": are not the keys of the plan (expected digest "
              + keySet.digest()
              + "). The JDK or the file changed; start a new sweep.");
    }
    return keys.hashCode();
  }

  /** Writes what is slow to list, so that forks read it; the flag that tells them where. */
  static String writeNames(Path dir) throws IOException {
    return "-D" + JdkNames.FILE_PROPERTY + "=" + JdkNames.write(dir.resolve("jdk-names.txt"));
  }
}
