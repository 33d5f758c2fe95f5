package org.bedside.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  private final Secrets secrets = new Secrets(key('a'));

  @Test
  void whatIsSealedOpensAgainAndNeverLooksTheSameTwice() {
    byte[] once = secrets.seal("a feed’s pässword", "source:1");
    byte[] twice = secrets.seal("a feed’s pässword", "source:1");

    assertThat(secrets.open(once, "source:1")).isEqualTo("a feed’s pässword");
    assertThat(once).isNotEqualTo(twice);
    assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("feed");
  }

  @Test
  void itOpensNeitherElsewhereNorWithAnotherKeyNorChanged() {
    byte[] sealed = secrets.seal("secret", "source:1");
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;

    assertUnreadable(() -> secrets.open(sealed, "source:2"));
    assertUnreadable(() -> new Secrets(key('b')).open(sealed, "source:1"));
    assertUnreadable(() -> secrets.open(changed, "source:1"));
    assertUnreadable(() -> secrets.open(new byte[3], "source:1"));
  }

  @Test
  void theKeyFileIsMadeOnceForItsOwnerOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("deeper").resolve("secret.key");

    byte[] first = MasterKey.inFile(file).derive("test");

    assertThat(MasterKey.inFile(file).derive("test")).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> MasterKey.ofBase64("c2hvcnQ="))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes");
  }

  private static void assertUnreadable(org.assertj.core.api.ThrowableAssert.ThrowingCallable open) {
    assertThatThrownBy(open)
        .isInstanceOf(SecretUnreadableException.class)
        .hasMessageNotContaining("secret\"");
  }

  private static MasterKey key(char letter) {
    return MasterKey.ofBase64(
        Base64.getEncoder()
            .encodeToString(
                Character.toString(letter).repeat(32).getBytes(StandardCharsets.US_ASCII)));
  }
}
