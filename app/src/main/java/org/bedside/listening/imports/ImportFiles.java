package org.bedside.listening.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The uploaded files, each until its import is over. */
@Component
class ImportFiles {

  /** The largest file taken, in bytes. */
  static final long LARGEST = 200L * 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(ImportFiles.class);

  private final Path folder;

  ImportFiles(@Value("${bedside.data}") Path data) {
    this.folder = data.resolve("imports");
  }

  Path of(UUID id) {
    return folder.resolve(id.toString());
  }

  /**
   * Writes all of {@code in} so that it survives a power cut.
   *
   * @throws FileTooLargeException past {@link #LARGEST} bytes; nothing is kept then
   */
  Path keep(UUID id, InputStream in) throws IOException {
    Files.createDirectories(folder);
    Path file = of(id);
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      byte[] buffer = new byte[1 << 16];
      long length = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        length += read;
        if (length > LARGEST) {
          throw new FileTooLargeException();
        }
        out.write(buffer, 0, read);
      }
      channel.force(true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return file;
  }

  void forget(UUID id) {
    try {
      Files.deleteIfExists(of(id));
    } catch (IOException e) {
      log.warn("The file of import {} could not be removed", id, e);
    }
  }

  /** Removes every file but these; what an upload left that was killed goes with them. */
  void keepOnly(Set<UUID> needed) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> over =
          files.filter(f -> needed.stream().noneMatch(id -> f.endsWith(id.toString()))).toList();
      for (Path file : over) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
