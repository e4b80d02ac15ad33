package org.hamtlab.experiments.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The right to work on a bundle: a lock on its file {@code .lock}, whose text says who holds it.
 *
 * <p>The system releases the lock when the process ends, however it ends; a text that stays without
 * a lock is that of a process that was killed, and blocks nobody. Only in a folder shared over a
 * network the text of another host is obeyed, since locks of other hosts are not seen everywhere.
 */
final class BundleLock implements AutoCloseable {
  /** File systems of several hosts, as the system names their types. */
  private static final Set<String> SHARED =
      Set.of(
          "nfs",
          "nfs3",
          "nfs4",
          "cifs",
          "smb2",
          "smb3",
          "smbfs",
          "lustre",
          "gpfs",
          "ceph",
          "beegfs",
          "9p",
          "afs",
          "ocfs2",
          "gfs2",
          "pvfs2",
          "orangefs",
          "glusterfs",
          "webdav");

  /**
   * Bundles of this process. The system would grant it a second lock, and take away the first one
   * as soon as any channel to the file is closed, so the file is not even opened.
   */
  private static final Map<Path, LockHolder> HELD = new HashMap<>();

  private final FileChannel channel;
  private final Path key;

  private BundleLock(FileChannel channel, Path key) {
    this.channel = channel;
    this.key = key;
  }

  /** Takes the lock; an error that names the holder if another has it. */
  static BundleLock take(Path dir) {
    return take(dir, BundleLock::isShared);
  }

  static BundleLock take(Path dir, Predicate<Path> shared) {
    Path file = dir.resolve(".lock");
    Path key = key(dir);
    synchronized (HELD) {
      if (HELD.containsKey(key)) {
        throw held(dir, HELD.get(key) + ", this one");
      }
      FileChannel channel = open(file);
      try {
        HELD.put(key, lock(dir, channel, shared));
        return new BundleLock(channel, key);
      } catch (IOException e) {
        closeQuietly(channel);
        throw new BundleException(
            file
                + ": cannot be locked ("
                + e
                + "). Its file system may know no locks. Choose a folder on another disk.",
            e);
      } catch (BundleException e) {
        closeQuietly(channel);
        throw e;
      }
    }
  }

  private static LockHolder lock(Path dir, FileChannel channel, Predicate<Path> shared)
      throws IOException {
    FileLock lock = channel.tryLock();
    String text = read(channel);
    Optional<LockHolder> holder = LockHolder.parse(text);
    if (lock == null) {
      throw held(dir, text.isBlank() ? "it has not signed yet" : text.strip());
    }
    if (holder.isPresent() && !holder.get().isHere() && shared.test(dir)) {
      throw new BundleException(
          dir
              + ": a runner on another host holds it ("
              + holder.get()
              + "), and this host cannot see over the shared folder whether that one lives. Wait"
              + " until it has ended; if it was killed, delete "
              + dir.resolve(".lock")
              + ".");
    }
    LockHolder self = LockHolder.self();
    sign(channel, self + "\n");
    return self;
  }

  private static BundleException held(Path dir, String holder) {
    return new BundleException(
        dir
            + ": another runner works on it ("
            + holder
            + "). Wait until it has ended, or choose another folder.");
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new BundleException(
          file.getParent()
              + ": cannot be written ("
              + e
              + "). Choose another folder, or change its permissions.",
          e);
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(512);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private static void sign(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static Path key(Path dir) {
    try {
      return dir.toRealPath();
    } catch (IOException e) {
      throw new BundleException(dir + ": cannot be read (" + e + "). Choose another folder.", e);
    }
  }

  private static boolean isShared(Path dir) {
    try {
      String type = Files.getFileStore(dir).type();
      return SHARED.contains(type) || type.startsWith("fuse.");
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    synchronized (HELD) {
      // A text that cannot be removed blocks nobody here.
      try (channel) {
        channel.truncate(0);
      } catch (IOException e) {
        System.getLogger(BundleLock.class.getName())
            .log(System.Logger.Level.WARNING, key.resolve(".lock") + ": cannot be emptied. " + e);
      } finally {
        HELD.remove(key);
      }
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
