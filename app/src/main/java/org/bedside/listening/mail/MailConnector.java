package org.bedside.listening.mail;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Need;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads a folder of a mailbox; nothing is marked, moved or deleted there. */
@Component
class MailConnector implements Polling {

  private static final int PREVIEWED = 10;

  /** Shorter than a source that is being asked is kept from others. */
  private static final Duration LONGEST = Duration.ofSeconds(100);

  private final Outbound outbound;
  private final Clock clock;
  private final Duration longest;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @Autowired
  MailConnector(Outbound outbound, Clock clock) {
    this(outbound, clock, LONGEST);
  }

  MailConnector(Outbound outbound, Clock clock, Duration longest) {
    this.outbound = outbound;
    this.clock = clock;
    this.longest = longest;
  }

  @Override
  public String type() {
    return "mail";
  }

  @Override
  public boolean accepts(URI address) {
    return Mailbox.of(address).isPresent();
  }

  @Override
  public List<Need> needs() {
    return List.of(Need.text(Credential.USER), Need.secret(Credential.PASSWORD));
  }

  @Override
  public Look look(URI address, @Nullable Credential credential) {
    Optional<Mailbox> mailbox = Mailbox.of(address);
    if (mailbox.isEmpty()) {
      return new Look.Nothing("mail.address", "");
    }
    return switch (listen(new Target(address, null, credential))) {
      case Heard.Trouble(String code, String detail, _, _) -> new Look.Nothing(code, detail);
      case Heard.Unchanged _ -> new Look.Found(List.of());
      case Heard.Posts posts -> {
        List<RawPost> newest = posts.posts().reversed().stream().limit(PREVIEWED).toList();
        yield new Look.Found(
            List.of(
                new Look.Candidate(
                    address, mailbox.get().folder(), "IMAP", newest, posts.posts().size())));
      }
    };
  }

  @Override
  public Heard listen(Target target) {
    Optional<Mailbox> mailbox = Mailbox.of(target.url());
    if (mailbox.isEmpty()) {
      return new Heard.Trouble("mail.address", "", null);
    }
    String user = target.get(Credential.USER);
    if (user.isBlank()) {
      return new Heard.Trouble("mail.login-missing", mailbox.get().host(), null);
    }
    Visit visit = new Visit(mailbox.get(), user, target.get(Credential.PASSWORD), clock.instant());
    Future<Heard> heard = threads.submit(() -> visit.read(outbound, Cursor.read(target.cursor())));
    try {
      return heard.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      heard.cancel(true);
      return new Heard.Trouble("outbound.too-slow", mailbox.get().host(), null);
    } catch (InterruptedException e) {
      heard.cancel(true);
      Thread.currentThread().interrupt();
      return new Heard.Trouble("outbound.interrupted", mailbox.get().host(), null);
    } catch (ExecutionException e) {
      return new Heard.Trouble("outbound.broken", mailbox.get().host(), null);
    }
  }
}
