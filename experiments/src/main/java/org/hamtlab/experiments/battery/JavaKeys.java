package org.hamtlab.experiments.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * K3 and K4: keys that Java programs have, with the hash codes that Java gives them. How many of
 * those are equal before any mixing is part of the result.
 *
 * <p><b>Source.</b> The hash codes are those of the JDK. Identity hash codes are drawn as HotSpot
 * draws them, by Marsaglia's xorshift (OpenJDK, src/hotspot/share/runtime/synchronizer.cpp,
 * get_next_hash, hashCode=5), cut to 31 bits.
 *
 * <p><b>Deviations.</b> HotSpot seeds that generator anew in each thread; here its seed is fixed,
 * so that results repeat. Enums have identity hash codes.
 */
final class JavaKeys {
  private static final int SIZE = 100_000;

  private JavaKeys() {}

  private record Point(int x, int y) {}

  /** A key whose hash code is its identity. */
  private record Identity(int hash) {
    @Override
    public int hashCode() {
      return hash;
    }
  }

  static List<KeySet> all() {
    return List.of(
        keys("K3", "decimal numbers as text", Integer::toString),
        keys("K3", "text", n -> "https://example.org/user/" + n + "/profile.html"),
        KeySet.of("K3", "products of Aa and BB", products("Aa", "BB", 12)),
        KeySet.of("K3", "products of ab and cd", products("ab", "cd", 16)),
        keys("K4", "String", n -> "org.example.part" + n / 100 + ".Class" + n % 100),
        keys("K4", "Long", n -> 1_700_000_000_000L + 1_000L * n),
        keys("K4", "Double", n -> (double) n),
        keys("K4", "Double of cents", n -> n / 100.0),
        keys("K4", "record", n -> new Point(n / 317, n % 317)),
        keys("K4", "List", n -> List.of(n / 317, n % 317)),
        KeySet.of("K4", "UUID", uuids()),
        KeySet.of("K4", "enum and identity", identities()));
  }

  private static KeySet keys(String family, String name, IntFunction<Object> key) {
    return KeySet.of(family, name, IntStream.range(0, SIZE).mapToObj(key).toList());
  }

  /** All texts of so many parts, each one of two. */
  private static List<String> products(String one, String other, int parts) {
    return IntStream.range(0, 1 << parts)
        .mapToObj(choice -> {
          StringBuilder text = new StringBuilder();
          for (int part = 0; part < parts; part++) {
            text.append((choice >>> part & 1) == 0 ? one : other);
          }
          return text.toString();
        })
        .toList();
  }

  private static List<UUID> uuids() {
    SplittableRandom random = new SplittableRandom(4);
    List<UUID> uuids = new ArrayList<>();
    for (int n = 0; n < SIZE; n++) {
      long high = random.nextLong() & ~0xF000L | 0x4000L;
      long low = random.nextLong() & (-1L >>> 2) | Long.MIN_VALUE;
      uuids.add(new UUID(high, low));
    }
    return uuids;
  }

  private static List<Identity> identities() {
    int x = 1_234_567;
    int y = 842_502_087;
    int z = 0x8767;
    int w = 273_326_509;
    List<Identity> identities = new ArrayList<>();
    for (int n = 0; n < SIZE; n++) {
      int t = x ^ x << 11;
      x = y;
      y = z;
      z = w;
      w = w ^ w >>> 19 ^ t ^ t >>> 8;
      int hash = w & Integer.MAX_VALUE;
      identities.add(new Identity(hash == 0 ? 0xBAD : hash));
    }
    return identities;
  }
}
