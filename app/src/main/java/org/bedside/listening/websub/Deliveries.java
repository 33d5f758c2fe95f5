package org.bedside.listening.websub;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bedside.database.CurrentOrganization;
import org.bedside.listening.PostIntake;
import org.bedside.listening.connector.Connector;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.LinkHeader;
import org.bedside.listening.connector.Pushable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what a hub brought: checked, read and stored as if it had been asked for. */
@Component
class Deliveries {

  private final Callbacks callbacks;
  private final PostIntake intake;
  private final TransactionTemplate transactions;
  private final Map<String, Pushable> connectors;

  Deliveries(
      Callbacks callbacks,
      PostIntake intake,
      TransactionTemplate transactions,
      List<Connector> connectors) {
    this.callbacks = callbacks;
    this.intake = intake;
    this.transactions = transactions;
    this.connectors =
        connectors.stream()
            .filter(Pushable.class::isInstance)
            .map(Pushable.class::cast)
            .collect(Collectors.toMap(Connector::type, Function.identity()));
  }

  /**
   * What came with the bytes.
   *
   * @param links the header {@code Link}
   */
  record Label(@Nullable String signature, @Nullable String links, @Nullable Charset charset) {}

  enum Outcome {
    TAKEN,
    /** Counted, and nothing of it taken in. */
    IGNORED,
    /** The source was removed or paused in this moment. */
    OVER
  }

  /**
   * @param sent the bytes as they came
   * @param body the same unpacked
   */
  Outcome take(Callbacks.Called called, byte[] sent, byte[] body, Label label) {
    // Hubs sign what they send or what they packed; under the secret either is theirs.
    boolean genuine =
        HubSignature.isGenuine(label.signature(), sent, called.secret())
            || HubSignature.isGenuine(label.signature(), body, called.secret());
    if (!genuine) {
      callbacks.refused(called, "websub.signature", false);
      return Outcome.IGNORED;
    }
    List<URI> selves = LinkHeader.read(label.links(), called.base()).of("self");
    if (!selves.isEmpty() && selves.stream().noneMatch(self -> same(self, called.topic()))) {
      callbacks.refused(called, "websub.topic", true);
      return Outcome.IGNORED;
    }
    Pushable connector = connectors.get(called.connector());
    UUID source = called.source();
    if (connector == null || source == null) {
      return Outcome.OVER;
    }
    return switch (connector.delivered(body, label.charset(), called.base())) {
      case Heard.Posts posts -> store(called, source, posts);
      case Heard.Unchanged _ -> Outcome.TAKEN;
      case Heard.Trouble trouble -> {
        callbacks.refused(called, trouble.code(), true);
        yield Outcome.IGNORED;
      }
    };
  }

  private Outcome store(Callbacks.Called called, UUID source, Heard.Posts posts) {
    return CurrentOrganization.<Outcome, RuntimeException>call(
        called.organization(),
        () -> {
          Outcome outcome =
              transactions.execute(
                  status -> {
                    if (!callbacks.lock(called)) {
                      return Outcome.OVER;
                    }
                    intake.receive(source, posts.posts());
                    if (!posts.withdrawn().isEmpty()) {
                      intake.withdraw(source, posts.withdrawn());
                    }
                    callbacks.delivered(called);
                    return Outcome.TAKEN;
                  });
          return outcome == null ? Outcome.OVER : outcome;
        });
  }

  /** Publishers write their own address with and without encryption, and with a slash too many. */
  private static boolean same(URI one, URI other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(URI url) {
    String text = url.toString().replaceFirst("^(?i)https?://", "");
    int fragment = text.indexOf('#');
    String whole = fragment < 0 ? text : text.substring(0, fragment);
    return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
  }
}
