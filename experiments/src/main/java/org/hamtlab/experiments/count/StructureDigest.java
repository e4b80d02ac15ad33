package org.hamtlab.experiments.count;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.hamtlab.shape.TrieVisitor;

/**
 * A digest of the structure of a trie: equal if and only if two tries have the same nodes in the
 * same places with the same keys, but for collisions of SHA-256. Where blocks lie in memory, and
 * the order within a collision node, are left out.
 */
final class StructureDigest implements TrieVisitor {
  private static final byte BRANCH = 1;
  private static final byte END = 2;
  private static final byte ENTRY = 3;
  private static final byte COLLISION = 4;
  private static final int LARGEST_RECORD = 17;

  private final Map<Object, Integer> numbers;
  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);
  private int[] colliding;
  private int collided;

  private StructureDigest(Map<Object, Integer> numbers) {
    this.numbers = numbers;
  }

  /**
   * Visits a map.
   *
   * @param visit the map's {@code visit}
   * @param numbers a number for each key, which stands for it in the digest
   * @return hexadecimal digits
   */
  static String of(Consumer<TrieVisitor> visit, Map<Object, Integer> numbers) {
    StructureDigest digest = new StructureDigest(numbers);
    visit.accept(digest);
    digest.flush();
    return HexFormat.of().formatHex(digest.digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  private void flush() {
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  private void record(byte kind, int... values) {
    if (buffer.remaining() < LARGEST_RECORD) {
      flush();
    }
    buffer.put(kind);
    for (int value : values) {
      buffer.putInt(value);
    }
  }

  @Override
  public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
    record(BRANCH, level, fragment, skip, slots);
  }

  @Override
  public void leaveBranch() {
    record(END);
  }

  @Override
  public void entry(int level, int fragment, Object key, Object value) {
    int number = numbers.getOrDefault(key, -1);
    if (colliding == null) {
      record(ENTRY, level, fragment, number);
    } else {
      colliding = collided == colliding.length ? Arrays.copyOf(colliding, 2 * collided) : colliding;
      colliding[collided++] = number;
    }
  }

  @Override
  public void enterCollision(int level, int fragment, int size, String memory) {
    record(COLLISION, level, fragment, size);
    colliding = new int[Math.max(1, size)];
    collided = 0;
  }

  @Override
  public void leaveCollision() {
    Arrays.sort(colliding, 0, collided);
    for (int index = 0; index < collided; index++) {
      record(ENTRY, colliding[index]);
    }
    record(END);
    colliding = null;
  }
}
