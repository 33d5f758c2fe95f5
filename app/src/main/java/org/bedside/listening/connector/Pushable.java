package org.bedside.listening.connector;

import java.net.URI;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A source that is asked, and whose content a hub may bring as well. */
public interface Pushable extends Polling {

  /**
   * Reads what a hub brought, by the same rules as what is fetched. Its sender is known; its
   * content is untrusted.
   *
   * @param body decompressed
   * @param stated the charset that the hub states
   * @param base where the source was found, which relative links are seen from
   * @return posts, without a cursor, or trouble
   */
  Heard delivered(byte[] body, @Nullable Charset stated, URI base);
}
