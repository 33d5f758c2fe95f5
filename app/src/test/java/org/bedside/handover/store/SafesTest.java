package org.bedside.handover.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import org.bedside.secrets.MasterKey;
import org.bedside.secrets.SecretUnreadableException;
import org.bedside.secrets.Secrets;
import org.junit.jupiter.api.Test;

class SafesTest {

  private final Safes safes =
      new Safes(
          new Secrets(MasterKey.ofBase64(Base64.getEncoder().encodeToString(Unguessable.bytes()))));

  @Test
  void whatIsSealedInOnePlaceOpensInNoOther() {
    UUID conversation = UUID.randomUUID();
    byte[] key = safes.newKey(conversation);
    Safes.Safe safe = safes.with(conversation, key);
    byte[] sealed = safe.seal("words", "message:1");

    assertThat(safe.open(sealed, "message:1")).isEqualTo("words");
    assertThatThrownBy(() -> safe.open(sealed, "message:2"))
        .isInstanceOf(SecretUnreadableException.class);
    assertThatThrownBy(() -> safes.with(UUID.randomUUID(), key))
        .isInstanceOf(SecretUnreadableException.class);
    UUID other = UUID.randomUUID();
    assertThatThrownBy(() -> safes.with(other, safes.newKey(other)).open(sealed, "message:1"))
        .isInstanceOf(SecretUnreadableException.class);
  }
}
