package org.hamtlab.experiments.query;

import java.util.List;
import java.util.Optional;
import org.hamtlab.assembly.Composition;
import org.hamtlab.experiments.store.BlockMap;
import org.hamtlab.experiments.store.Count;
import org.hamtlab.experiments.store.Distribution;
import org.hamtlab.experiments.store.Locality;
import org.hamtlab.map.Hamt;

/** Lines of {@code counts.jsonl} whose numbers a test knows. */
final class FilledCounts {
  private FilledCounts() {}

  /** Treatment t00 with addresses, t01 without. */
  static List<Count> withAndWithoutLocality() {
    Locality locality =
        new Locality(
            Optional.of(new Distribution(4.5, 4, 7, 9)),
            Optional.of(new Distribution(2, 2, 3, 3)),
            Optional.of(0L),
            Optional.of(new Distribution(1.1, 1, 2, 3)),
            Optional.of(5L),
            Optional.of(new Distribution(8, 2, 29, 30)),
            Optional.of(
                new BlockMap(
                    64,
                    16,
                    List.of(new BlockMap.Kind("branch", 2, 9, List.of(0, 9, 0, 0))),
                    List.of(
                        new BlockMap.Placed("branch", 16, 6),
                        new BlockMap.Placed("branch", 22, 3)))));
    return List.of(count("t00", locality), count("t01", Locality.UNKNOWN));
  }

  private static Count count(String treatment, Locality locality) {
    try (Hamt<Object, Object> map = Composition.of("@default").newMap()) {
      map.put("one", 1);
      return new Count(
          treatment,
          map.phrase(),
          "random:1",
          1,
          map.structureBytes(),
          map.structureBytes(),
          map.shape(),
          map.telemetry(),
          List.of(),
          locality);
    }
  }
}
