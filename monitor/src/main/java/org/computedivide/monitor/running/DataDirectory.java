package org.computedivide.monitor.running;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.computedivide.monitor.CannotRun;
import org.jspecify.annotations.Nullable;

/** The directory that holds everything a monitor keeps, locked against a second monitor while it is open. */
public final class DataDirectory implements AutoCloseable {

    private static final long LEAST_FREE_BYTES = 512L * 1024 * 1024;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Creates the directory where it is missing, and locks it.
     *
     * @throws CannotRun when it is in use, cannot be written, or lies on a disk that is nearly full
     */
    public static DataDirectory open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        requireRoom(root);
        try {
            create(root);
            var channel =
                    FileChannel.open(root.resolve("divide.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw inUse(root);
            }
            return new DataDirectory(root, channel, lock);
        } catch (IOException e) {
            throw new CannotRun(
                    "cannot write to %s (%s); give a directory that you may write to with --data DIR"
                            .formatted(root, reason(e)),
                    e);
        }
    }

    public Path root() {
        return root;
    }

    public Path broker() {
        return root.resolve("kafka");
    }

    public Path registry() {
        return root.resolve("registry");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    /** What the topologies remember; can be deleted, they read it again from Kafka. */
    public Path stores() {
        return root.resolve("streams");
    }

    /** The log of events of the program itself. */
    public Path log() {
        return root.resolve("divide.log");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new CannotRun("cannot unlock " + root + ": " + e.getMessage(), e);
        }
    }

    /** For its owner alone: the embedded database asks no password of whoever reaches it. */
    private static void create(Path root) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (posix && !Files.exists(root)) {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(root);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static CannotRun inUse(Path root) {
        String who = RunFile.find(root)
                .map(run -> run.page() == null
                        ? " (process %d)".formatted(run.pid())
                        : " (process %d, page %s)".formatted(run.pid(), run.page()))
                .orElse("");
        return new CannotRun(
                "a monitor is already running on %s%s; stop it first, or choose another directory with --data DIR"
                        .formatted(root, who));
    }

    private static void requireRoom(Path root) {
        Path there = root;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || !Files.isDirectory(there)) {
            throw new CannotRun(
                    "%s is not a directory; choose another with --data DIR".formatted(there == null ? root : there));
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new CannotRun(
                        "only %d MiB are free at %s, and at least %d MiB are needed; make room or choose another directory with --data DIR"
                                .formatted(free >> 20, root, LEAST_FREE_BYTES >> 20));
            }
        } catch (IOException e) {
            throw new CannotRun("cannot tell how much room is left at %s (%s)".formatted(root, reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
