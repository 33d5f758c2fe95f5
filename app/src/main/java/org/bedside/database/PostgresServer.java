package org.bedside.database;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with Bedside, on a folder that outlives it. It asks for a password even
 * on loopback, so that other users of the machine stay out. One Bedside at a time: a lock on the
 * folder, which the system releases however the process ends.
 */
final class PostgresServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final long LEAST_CACHE = 128;
  private static final long MOST_CACHE = 2048;

  private final EmbeddedPostgres postgres;
  private final FileChannel lockChannel;
  private final String password;

  private PostgresServer(EmbeddedPostgres postgres, FileChannel lockChannel, String password) {
    this.postgres = postgres;
    this.lockChannel = lockChannel;
    this.password = password;
  }

  /**
   * Starts on {@code home}, made where it is not there yet.
   *
   * @param runtime where the server's binaries are unpacked, once
   * @throws DatabaseUnavailableException where another Bedside holds the folder, or it can't start
   */
  static PostgresServer start(Path home, Path runtime, String password) {
    FileChannel lock = lock(home);
    Path data = home.resolve("postgres");
    try {
      stopOrphan(data);
      return new PostgresServer(builder(data, runtime, password).start(), lock, password);
    } catch (IOException | IllegalStateException e) {
      closeQuietly(lock);
      throw new DatabaseUnavailableException(
          "The embedded PostgreSQL did not start on " + data + ". Your data was not changed.", e);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path data, Path runtime, String password)
      throws IOException {
    Files.createDirectories(runtime);
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(runtime.toFile())
            .setPGStartupWait(START_LIMIT)
            .setRegisterShutdownHook(false)
            .setConnectConfig("password", password)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "60")
            .setServerConfig("shared_buffers", cacheMegabytes() + "MB")
            .setServerConfig("password_encryption", "scram-sha-256")
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      Path passwordFile = Files.createTempFile("bedside", ".pw");
      Files.writeString(passwordFile, password);
      builder
          .setLocaleConfig("pwfile", passwordFile.toString())
          .setLocaleConfig("locale", "C.UTF-8")
          .setLocaleConfig("encoding", "UTF8")
          .setDataDirectoryCustomizer(folder -> finishFirstStart(folder.toPath(), passwordFile));
    }
    return builder;
  }

  /** A sixteenth of the machine's memory; PostgreSQL takes it only as the data grows into it. */
  private static long cacheMegabytes() {
    long machine =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getTotalMemorySize() >> 20
            : 0;
    return Math.clamp(machine / 16, LEAST_CACHE, MOST_CACHE);
  }

  private static void finishFirstStart(Path data, Path passwordFile) {
    try {
      Files.deleteIfExists(passwordFile);
      Files.writeString(
          data.resolve("pg_hba.conf"),
          """
          # written by Bedside: loopback only, always with a password
          host all all 127.0.0.1/32 scram-sha-256
          host all all ::1/128 scram-sha-256
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel lock(Path home) {
    try {
      Files.createDirectories(home);
      FileChannel channel =
          FileChannel.open(
              home.resolve("bedside.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new DatabaseUnavailableException(
            "Another Bedside is already running on "
                + home
                + ". Stop it, or give this one a folder of its own with --data DIR.",
            null);
      }
      return channel;
    } catch (IOException e) {
      throw new DatabaseUnavailableException("The folder " + home + " can't be used.", e);
    }
  }

  /** After a SIGKILL the database server lives on without us; it holds the folder until it ends. */
  private static void stopOrphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    Optional<ProcessHandle> orphan =
        lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    if (orphan.isEmpty() || !isPostgres(orphan.get())) {
      Files.deleteIfExists(pidFile);
      return;
    }
    log.info("Stopping the database server that an earlier run left behind");
    ProcessHandle process = orphan.get();
    process.destroy();
    if (!endsWithin(process, Duration.ofSeconds(20))) {
      process.destroyForcibly();
      endsWithin(process, Duration.ofSeconds(10));
      Files.deleteIfExists(pidFile);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(false);
  }

  private static boolean endsWithin(ProcessHandle process, Duration limit) {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=%s"
        .formatted(postgres.getPort(), password);
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      log.warn("The database server did not end cleanly; it will recover at the next start", e);
    }
    closeQuietly(lockChannel);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      log.debug("The lock file was already closed", e);
    }
  }
}
