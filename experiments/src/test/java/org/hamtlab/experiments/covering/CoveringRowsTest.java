package org.hamtlab.experiments.covering;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Treatment;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.testkit.MapContract;
import org.hamtlab.testkit.MapModel;
import org.hamtlab.testkit.VersionContract;
import org.hamtlab.testkit.VersionModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoveringRowsTest {
  static List<Treatment> rows() {
    TreatmentFactors f = new TreatmentFactors(Registry.installed());
    SparseCoveringArray a = new SparseCoveringArray(f.all(), 2, f.deciding(), f::isPossible, 1);
    List<Treatment> rows = new ArrayList<>();
    for (int[] c = a.next(); c.length > 0; c = a.next()) rows.add(f.treatment(c));
    int part = Integer.getInteger("hamt.rows", 200);
    return rows.subList(0, Math.min(part, rows.size()));
  }
  static final ContractTests MAPS = new ContractTests(MapContract.class);
  static final ContractTests VERSIONS = new ContractTests(VersionContract.class);

  @ParameterizedTest
  @MethodSource("rows")
  void map(Treatment t) throws Throwable {
    Composition composition = Composition.of(Registry.installed(), t);
    MapContract contract = new MapContract() {
      @Override protected Hamt<Object, Object> newMap() { return composition.newMap(); }
    };
    boolean isList = t.hash().name().equals("constant");
    MAPS.run(contract, name -> !(isList && name.startsWith("givesEverySlotBack")));
  }
  @ParameterizedTest
  @MethodSource("rows")
  void version(Treatment t) throws Throwable {
    Composition composition = Composition.of(Registry.installed(), t);
    VersionContract contract = new VersionContract() {
      @Override protected PersistentHamt<Object, Object> newVersion() { return composition.newPersistentMap(); }
    };
    boolean isList = t.hash().name().equals("constant");
    VERSIONS.run(contract, name -> !(isList && name.startsWith("algebraCosts")));
  }
  @AfterAll static void longest() { ContractTests.longest(); }
}
