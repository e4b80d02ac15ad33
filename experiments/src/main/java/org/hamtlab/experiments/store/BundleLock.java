package org.hamtlab.experiments.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The right to work on a bundle: a lock on its file {@code .lock}, whose text says who holds it.
 * The system releases the lock when the process ends, however it ends.
 */
final class BundleLock implements AutoCloseable {
  private final FileChannel channel;

  private BundleLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock; an error that names the holder if another has it. */
  static BundleLock take(Path dir) {
    Path file = dir.resolve(".lock");
    FileChannel channel = open(file);
    try {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        String holder = Files.readString(file).strip();
        throw new BundleException(
            dir + ": another runner works on it (" + holder
                + "). Wait until it has ended, or choose another folder.");
      }
      sign(channel);
      return new BundleLock(channel);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new BundleException(file + ": cannot be locked. " + e.getMessage(), e);
    } catch (BundleException e) {
      closeQuietly(channel);
      throw e;
    }
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new BundleException(
          file.getParent() + ": cannot be written. Choose another folder, or change its"
              + " permissions.",
          e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void sign(FileChannel channel) throws IOException {
    String text =
        "process " + ProcessHandle.current().pid() + " since "
            + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
