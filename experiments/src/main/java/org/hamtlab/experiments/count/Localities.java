package org.hamtlab.experiments.count;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.store.BlockMap;
import org.hamtlab.experiments.store.Locality;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;

/** Counts where a map stands in memory, and puts it into words. */
public final class Localities {
  /** What reports show in place of a number where the JVM places every node. */
  public static final String NOT_ADDRESSED = "not addressed";

  /** What they show where no freed block was used again. */
  public static final String NO_REUSE = "no reuse";

  private Localities() {}

  /** What is seen of a map's nodes alone. */
  public record Places(PathLines paths, Optional<BlockMap> blockMap) {

    /** Visits a map. */
    public static Places of(Hamt<?, ?> map) {
      return new Places(PathLines.of(map), BlockSurvey.of(map));
    }

    /** Together with what filling another map of the treatment with the same keys asked for. */
    public Locality with(Registry registry, Treatment treatment, List<?> keys) {
      Requests requests = Requests.of(registry, treatment, keys);
      return new Locality(
          paths.linesPerPath(),
          paths.pagesPerPath(),
          Optional.of(paths.nodesNotAddressed()),
          requests.allocationsPerPut(),
          requests.isAddressed() ? Optional.of(requests.reuses()) : Optional.empty(),
          requests.reuseDistance(),
          blockMap);
    }
  }

  /** The fields of the command line's JSON, in its order: numbers, or why there are none. */
  static Map<String, Object> fields(Locality locality) {
    Map<String, Object> fields = distributions(locality);
    fields.put("nodesNotAddressed", orElse(locality.nodesNotAddressed(), NOT_ADDRESSED));
    fields.put("blocksReused", orElse(locality.blocksReused(), NOT_ADDRESSED));
    fields.put("blockMap", orElse(locality.blockMap(), NOT_ADDRESSED));
    return fields;
  }

  /** Distributions by name, or words in their place. */
  public static Map<String, Object> distributions(Locality locality) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("linesPerPath", orElse(locality.linesPerPath(), NOT_ADDRESSED));
    fields.put("pagesPerPath", orElse(locality.pagesPerPath(), NOT_ADDRESSED));
    locality.allocationsPerPut().ifPresent(puts -> fields.put("allocationsPerPut", puts));
    String none = locality.blocksReused().isPresent() ? NO_REUSE : NOT_ADDRESSED;
    fields.put("reuseDistance", orElse(locality.reuseDistance(), none));
    return fields;
  }

  private static Object orElse(Optional<?> value, String words) {
    return value.isPresent() ? value.get() : words;
  }
}
