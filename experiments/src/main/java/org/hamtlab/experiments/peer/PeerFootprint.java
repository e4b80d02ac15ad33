package org.hamtlab.experiments.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hamtlab.experiments.fork.Causes;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.fork.ParentWatch;
import org.hamtlab.experiments.fork.Scratch;
import org.hamtlab.experiments.peer.library.PeerMap;
import org.hamtlab.experiments.store.Json;
import org.openjdk.jol.info.GraphLayout;

/**
 * Weighs maps by JOL in a JVM of their own: bytes that a map retains, less its keys and values and
 * less what an empty map of the same kind retains, per entry. Memory beside the heap is counted by
 * the map itself, which prices its objects for default headers.
 */
public final class PeerFootprint {
  private static final int LIMIT_SECONDS = 600;

  private PeerFootprint() {}

  /** Formats of object headers. */
  enum Headers {
    /** Twelve bytes with compressed class pointers. */
    DEFAULT("-XX:-UseCompactObjectHeaders"),
    /** Eight bytes. */
    COMPACT("-XX:+UseCompactObjectHeaders");

    private final String flag;

    Headers(String flag) {
      this.flag = flag;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Weighs all sides in a fresh JVM. */
  static List<PeerCell> cells(
      PeersPlan plan, PeersPlan.Group group, Headers headers, ChildJvm jvm, List<String> failures)
      throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Path input =
          Files.writeString(scratch.dir().resolve("task.json"), Json.line(plan.task(group, 0)));
      Path output = scratch.dir().resolve("bytes.json");
      List<String> flags = new ArrayList<>(plan.flags(group));
      flags.add(headers.flag);
      flags.add("-Djol.magicFieldOffset=true");
      flags.add("-Djdk.attach.allowAttachSelf");
      flags.add("-XX:+EnableDynamicAgentLoading");
      ChildJvm.Outcome outcome =
          jvm.run(
              PeerFootprint.class.getName(),
              flags,
              List.of(input.toString(), output.toString()),
              scratch.dir(),
              LIMIT_SECONDS);
      if (!outcome.isSuccess()) {
        failures.add(group + ", footprint: " + Causes.of(outcome, LIMIT_SECONDS));
        return List.of();
      }
      return cells(plan, group, headers, Json.parse(Files.readString(output), Map.class));
    }
  }

  private static List<PeerCell> cells(
      PeersPlan plan, PeersPlan.Group group, Headers headers, Map<?, ?> bytes) {
    List<PeerCell> cells = new ArrayList<>();
    for (String subject : plan.subjects()) {
      for (String peer : plan.peers()) {
        double own = ((Number) bytes.get(subject)).doubleValue();
        double others = ((Number) bytes.get(peer)).doubleValue();
        double ratio = own / others;
        if (!peer.equals(subject)) {
          cells.add(
              new PeerCell(
                  PeerCell.FOOTPRINT,
                  group.size(),
                  group.keys().id(),
                  subject,
                  peer,
                  new PeerCell.Ratio(ratio, ratio, ratio, null),
                  own,
                  others,
                  null,
                  Map.of("samples", 1, "headers", headers.id())));
        }
      }
    }
    return cells;
  }

  /** Weighs the sides of a task. Arguments: the file with the task, the file for the result. */
  public static void main(String[] args) throws IOException {
    ParentWatch.start();
    PeersTask task = Json.parse(Files.readString(Path.of(args[0])), PeersTask.class);
    PeerWorkload workload = new PeerWorkload(task.keys(), task.size(), task.seed());
    Map<String, Double> bytes = new LinkedHashMap<>();
    for (String side : task.sides()) {
      bytes.put(side, (double) weigh(PeerSide.of(side).newAdapter(), workload) / task.size());
    }
    Files.writeString(Path.of(args[1]), Json.line(bytes));
  }

  private static <M> long weigh(PeerMap<M> peer, PeerWorkload workload) {
    M full = peer.bulk(workload.source());
    long beside = peer.bytesBesideHeap(full);
    return beside >= 0 ? beside : bytes(full) - bytes(peer.bulk(Map.of())) - payload(workload);
  }

  private static long bytes(Object root) {
    return GraphLayout.parseInstance(root).totalSize();
  }

  private static long payload(PeerWorkload workload) {
    Object[] payload = new Object[2 * workload.size()];
    int at = 0;
    for (Map.Entry<Object, Object> entry : workload.source().entrySet()) {
      payload[at++] = entry.getKey();
      payload[at++] = entry.getValue();
    }
    return bytes(payload) - bytes(new Object[payload.length]);
  }
}
