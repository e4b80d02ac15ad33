package org.hamtlab.experiments.fork.misbehaving;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.HashMixerProvider;

/** Provides a mixer that harms its virtual machine in one stage and is well-behaved in others. */
public final class MisbehavingMixerProvider implements HashMixerProvider {
  /** What it can do. */
  public static final List<String> FAULTS =
      List.of(
          "throws",
          "exits",
          "exits-well",
          "eats-heap",
          "eats-native",
          "crashes",
          "answers-wrongly",
          "chatters",
          "hangs");

  /** When it does it. */
  public static final List<String> STAGES = List.of("gate", "count", "fork");

  private static final ChoiceParameter HOW =
      new ChoiceParameter("how", "", FAULTS, FAULTS.getFirst(), "The fault.");
  private static final ChoiceParameter STAGE =
      new ChoiceParameter("stage", "", STAGES, STAGES.getFirst(), "When it shows.");

  /** Creates the provider. */
  public MisbehavingMixerProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("test.misbehaving");
  }

  @Override
  public String summary() {
    return "Harms its virtual machine.";
  }

  @Override
  public String source() {
    return "hamtlab";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(HOW, STAGE);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.NONE;
  }

  @Override
  public HashMixer create(Settings settings) {
    return new Misbehaving(settings.get(HOW), settings.get(STAGE));
  }

  /** The stage is told by who works with the map. */
  private static String stage() {
    List<String> callers =
        StackWalker.getInstance().walk(f -> f.map(StackWalker.StackFrame::getClassName).toList());
    if (callers.stream().anyMatch(name -> name.endsWith(".EquivalenceGate"))) {
      return "gate";
    }
    return callers.stream().anyMatch(name -> name.endsWith(".ProbeMain")) ? "count" : "fork";
  }

  private static final class Misbehaving implements HashMixer {
    /** Enough to be noticed, too little to harm the machine that tests it. */
    private static final int MOST_NATIVE_MIB = 3_072;

    private final String how;
    private final String when;
    private long calls;

    Misbehaving(String how, String when) {
      this.how = how;
      this.when = when;
    }

    @Override
    public long mix(long hash) {
      if (!stage().equals(when)) {
        return hash;
      }
      calls++;
      return switch (how) {
        case "throws" -> throw new IllegalStateException("no mixing today");
        case "exits" -> exit(7);
        case "exits-well" -> exit(0);
        case "eats-heap" -> eatHeap();
        case "eats-native" -> eatNative();
        case "crashes" -> crash();
        case "chatters" -> chatter();
        case "hangs" -> hang();
        default -> hash + calls / 10;
      };
    }

    private static long exit(int status) {
      System.exit(status);
      return 0;
    }

    private static long eatHeap() {
      List<long[]> eaten = new ArrayList<>();
      while (eaten.size() < Integer.MAX_VALUE) {
        eaten.add(new long[1 << 16]);
      }
      return eaten.size();
    }

    private static long eatNative() {
      for (int mib = 0; mib < MOST_NATIVE_MIB; mib++) {
        Arena.global().allocate(1 << 20).fill((byte) 1);
      }
      return hang();
    }

    private static long crash() {
      return MemorySegment.ofAddress(8).reinterpret(8).get(ValueLayout.JAVA_LONG, 0);
    }

    private static long chatter() {
      String line = "x".repeat(10_000);
      while (!line.isEmpty()) {
        System.out.println(line);
      }
      return 0;
    }

    private static long hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        return hang();
      }
      return 0;
    }
  }
}
