package org.hamtlab.experiments.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a bundle, without a claim to be the only one who works on them: for reports and
 * tools that read. Who appends needs a {@link Bundle}.
 *
 * @param dir the folder
 */
public record BundleFiles(Path dir) {
  private static final String SPEC = "spec.sweep";

  /**
   * What a runner leaves that is killed before its plan is frozen. The plan is renamed last, so
   * that a folder of these holds nothing that anyone could miss.
   */
  static final Set<String> BEGUN =
      Set.of(
          ".lock",
          "environment.json",
          "environment.json.part",
          "plan.sha256",
          "plan.sha256.part",
          "plan.json.part");

  /** The plan; an error if the folder is not a bundle. */
  public Plan plan() {
    return required("plan.json", Plan.class);
  }

  /** The environment. */
  public Environment environment() {
    return required("environment.json", Environment.class);
  }

  /** The analysis; empty before there is one. */
  public Optional<Analysis> analysis() {
    Path file = dir.resolve("analysis.json");
    return Files.exists(file)
        ? Optional.of(Json.parse(text(file), Analysis.class))
        : Optional.empty();
  }

  /** Treatments that passed the gate. */
  public JsonLines<GatePass> gate() {
    return new JsonLines<>(dir.resolve("gate.jsonl"), GatePass.class);
  }

  /** Deterministic counters. */
  public JsonLines<Count> counts() {
    return new JsonLines<>(dir.resolve("counts.jsonl"), Count.class);
  }

  /** Scores of iterations. */
  public JsonLines<Sample> samples() {
    return new JsonLines<>(dir.resolve("samples.jsonl"), Sample.class);
  }

  /** What the host did during each fork. */
  public JsonLines<ForkAudit> audits() {
    return new JsonLines<>(dir.resolve("audits.jsonl"), ForkAudit.class);
  }

  /** The nodes that measured blocks; empty unless a cluster did. */
  public JsonLines<Environment> hosts() {
    return new JsonLines<>(dir.resolve("hosts.jsonl"), Environment.class);
  }

  /** Why measuring ended early; empty unless it did. */
  public Optional<Stopped> stopped() {
    Path file = dir.resolve("stopped.json");
    return Files.exists(file)
        ? Optional.of(Json.parse(text(file), Stopped.class))
        : Optional.empty();
  }

  /** The sweep file that was read; empty where a profile or a command asked. */
  public Optional<Path> spec() {
    return Optional.of(dir.resolve(SPEC)).filter(Files::exists);
  }

  /** Keeps a sweep file's text, since the file that was read may change or go. */
  public void keepSpec(String text) {
    replace(dir.resolve(SPEC), text);
  }

  /** What failed. */
  public JsonLines<Failure> failures() {
    return new JsonLines<>(dir.resolve("failures.jsonl"), Failure.class);
  }

  /** Whether the folder holds a plan. */
  public boolean exists() {
    return Files.exists(dir.resolve("plan.json"));
  }

  /** Refuses a folder that holds no plan. */
  public void requireBundle() {
    if (!exists()) {
      throw notABundle("plan.json");
    }
  }

  /** Refuses a folder that holds no plan, or another one than that which was frozen. */
  public void requireFrozenPlan() {
    requireBundle();
    verifyDigest();
  }

  /** SHA-256 of {@code plan.json} as it is now. */
  public String planDigest() {
    return sha256(text(dir.resolve("plan.json")).getBytes(StandardCharsets.UTF_8));
  }

  /** Checks that the plan is the one that was frozen, in the format that is understood. */
  public void verifyPlan() {
    verifyDigest();
    String format = plan().format();
    if (!format.equals(Plan.FORMAT)) {
      throw new BundleException(
          dir.resolve("plan.json")
              + ": format '"
              + format
              + "' (expected "
              + Plan.FORMAT
              + "). Another version of hamt made this bundle. Use that one, or start a new sweep.");
    }
  }

  private void verifyDigest() {
    String frozen = text(dir.resolve("plan.sha256")).split(" ", 2)[0];
    String now = planDigest();
    if (!now.equals(frozen)) {
      throw new BundleException(
          dir.resolve("plan.json")
              + ": SHA-256 "
              + now.substring(0, 12)
              + "… (expected "
              + frozen.substring(0, Math.min(12, frozen.length()))
              + "… as in plan.sha256). The plan"
              + " was changed after it was frozen. Restore it, or start a new sweep.");
    }
  }

  /** Replaces the analysis. */
  public void write(Analysis analysis) {
    replace(dir.resolve("analysis.json"), Json.pretty(analysis));
  }

  /** Records that measuring has ended early. */
  public void write(Stopped stopped) {
    replace(dir.resolve("stopped.json"), Json.pretty(stopped));
  }

  void freeze(Plan plan, Environment environment) {
    String text = Json.pretty(plan);
    replace(dir.resolve("environment.json"), Json.pretty(environment));
    replace(
        dir.resolve("plan.sha256"),
        sha256(text.getBytes(StandardCharsets.UTF_8)) + "  plan.json\n");
    replace(dir.resolve("plan.json"), text);
  }

  private <T> T required(String name, Class<T> type) {
    Path file = dir.resolve(name);
    if (!Files.exists(file)) {
      throw notABundle(name);
    }
    try {
      return Json.parse(text(file), type);
    } catch (tools.jackson.core.JacksonException e) {
      throw new BundleException(
          file + ": cannot be understood (" + e.getOriginalMessage() + "). Restore it from a copy.",
          e);
    }
  }

  private BundleException notABundle(String missing) {
    return new BundleException(
        dir + ": not a bundle (expected " + missing + "). 'hamt sweep --out DIR' makes one.");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BundleException(file + ": cannot be read. " + e.getMessage(), e);
    }
  }

  /**
   * Writes beside a file and renames, so that a reader never sees half of it, and no half is left.
   */
  public static void replace(Path file, String text) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      writeThrough(part, text.getBytes(StandardCharsets.UTF_8));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      remove(part);
      throw new BundleException(
          file
              + ": cannot be written ("
              + e
              + "). Free space on the disk or restore the permission.",
          e);
    }
  }

  /** Onto the disk before the renaming, or a loss of power could leave the new name empty. */
  private static void writeThrough(Path part, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // Whoever may not write here may not delete here either; the first failure says so.
      throw new BundleException(part + ": cannot be written or removed. " + e.getMessage(), e);
    }
  }

  /** SHA-256 in hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
