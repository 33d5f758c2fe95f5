package org.bedside.listening.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Target;
import org.bedside.listening.poll.Organizations;
import org.bedside.outbound.Guarded;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real personal data server of the AT Protocol: its stream, its sign-in. It has no view of the
 * network; the calls that it passes on to one are answered here as documented.
 */
@Timeout(120)
class RealServerTest {

  private static final AppView VIEW = new AppView();
  private static @Nullable WebServer appView;
  private static @Nullable DataServer started;
  private static @Nullable Guarded guarded;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    VIEW.trusting = true;
    appView = new WebServer().on("/", VIEW);
    guarded = Guarded.withLoopback();
    started = DataServer.start(data, appView.url(""));
  }

  @AfterAll
  static void end() {
    if (started != null) {
      started.close();
    }
    if (guarded != null) {
      guarded.close();
    }
    if (appView != null) {
      appView.close();
    }
  }

  private static DataServer server() {
    return Objects.requireNonNull(started);
  }

  private static Guarded guarded() {
    return Objects.requireNonNull(guarded);
  }

  private static Firehose firehose() {
    return new Firehose(guarded().client(), Clock.systemUTC());
  }

  @Test
  void whatAnAccountWritesEditsAndDeletesArrivesAndThenTheAccountGoes() throws Exception {
    DataServer.Account ana = server().account("ana");
    String kept = server().write(ana, "The nurses were kind");
    String removed = server().write(ana, "The porter was rude");
    server().edit(ana, kept, "The nurses were kind, the food cold");
    server().delete(ana, removed);
    Listener all = new Listener(heard -> heard.withdrawn.contains(removed));
    all.follow(server().url(), null);

    RawPost post = all.latest(kept);
    assertThat(post.text()).isEqualTo("The nurses were kind, the food cold");
    assertThat(post.author()).isEqualTo("ana.test");
    assertThat(post.lang()).isEqualTo("en");
    assertThat(post.publishedAt()).isEqualTo("2026-11-20T10:00:00Z");

    server().deactivate(ana);
    Listener after = new Listener(heard -> !heard.withdrawnBelow.isEmpty());
    after.follow(server().url(), all.cursor);
    assertThat(after.withdrawnBelow).containsExactly("at://" + ana.did() + "/");
  }

  @Test
  void aCableThatIsPulledInTheMiddleLosesNothingAndDoublesNothing() throws Exception {
    DataServer.Account ben = server().account("ben");
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      written.add(server().write(ben, "Before " + i));
    }
    try (Cable cable = new Cable(server().url());
        ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<String>> more =
          writer.submit(
              () -> {
                List<String> later = new ArrayList<>();
                for (int i = 0; i < 80; i++) {
                  later.add(server().write(ben, "Meanwhile " + i));
                }
                return later;
              });
      Listener first = new Listener(heard -> false);
      first.then =
          heard -> {
            if (heard.posts.size() >= 50) {
              cable.pull();
            }
          };
      first.follow(cable.url(), null);
      assertThat(first.posts.size()).as("it was pulled in the middle").isBetween(50, 119);

      written.addAll(more.get());
      Listener second = new Listener(heard -> heard.keys().contains(written.getLast()));
      second.follow(cable.url(), first.cursor);

      List<String> both = new ArrayList<>(first.keys());
      both.addAll(second.keys());
      both.removeIf(key -> !key.startsWith("at://" + ben.did()));
      assertThat(both).containsExactlyElementsOf(written);
    }
  }

  @Test
  void twoOrganizationsFollowTheServerOverOneConnection() throws Exception {
    DataServer.Account dora = server().account("dora");
    String of = "at://" + dora.did() + "/";
    Map<String, String> standing = new HashMap<>();
    standing.put(server().write(dora, "Before"), "Before");
    try (Cable cable = new Cable(server().url());
        Organizations organizations = new Organizations(Clock.systemUTC())) {
      String begin = Position.write(0);
      var larkspur = organizations.at(firehose(), cable.url(), begin).listens();
      var mercy = organizations.at(firehose(), cable.url(), begin).listens();
      for (int i = 0; i < 20; i++) {
        standing.put(server().write(dora, "Soup " + i), "Soup " + i);
      }
      String edited = server().write(dora, "The nurses were kind");
      String removed = server().write(dora, "The porter was rude");
      server().edit(dora, edited, "The nurses were kind, the food cold");
      server().delete(dora, removed);
      standing.put(edited, "The nurses were kind, the food cold");
      larkspur.awaitPosts(of, standing);
      mercy.awaitPosts(of, standing);
      assertThat(cable.connections()).isEqualTo(1);

      cable.pull();
      larkspur.awaitLeft();
      mercy.awaitLeft();
      standing.put(server().write(dora, "Meanwhile"), "Meanwhile");
      larkspur.listens();
      mercy.listens();
      standing.put(server().write(dora, "After"), "After");
      larkspur.awaitPosts(of, standing);
      mercy.awaitPosts(of, standing);
      assertThat(cable.connections()).isEqualTo(2);
      assertThat(larkspur.born()).doesNotHaveDuplicates();
      assertThat(mercy.born()).doesNotHaveDuplicates();
    }
  }

  @Test
  void aCursorThatTheServerHasNotReachedIsForgotten() throws Exception {
    Listener heard = new Listener(all -> false);
    heard.cursor = Position.write(1_000_000_000);
    heard.follow(server().url(), heard.cursor);
    assertThat(Objects.requireNonNull(heard.trouble).code()).isEqualTo("bluesky.cursor-unknown");
    assertThat(heard.cursor).isNull();
  }

  @Test
  void notificationsAreHeardWithAnAppPasswordAndTokensThatAreRenewed() throws Exception {
    DataServer.Account ours = server().account("larkspur");
    DataServer.Account cleo = server().account("cleo");
    String question = server().write(ours, "How was your stay?");
    String answer = server().write(cleo, "Nobody came for hours");
    VIEW.show(question, ours.did(), ours.handle(), "How was your stay?", "");
    VIEW.show(answer, cleo.did(), cleo.handle(), "Nobody came for hours", AppView.reply(question));
    VIEW.notifications.add(new String[] {answer, "reply"});
    Account connector = new Account(guarded().client(), Clock.systemUTC());

    Credential login = Credential.login("larkspur.test", server().appPassword(ours));
    Heard.Posts first = heard(connector, null, login);
    assertThat(first.posts())
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.externalId()).isEqualTo(answer);
              assertThat(post.question()).isEqualTo("How was your stay?");
              assertThat(post.author()).isEqualTo("cleo.test");
            });

    Credential kept = Objects.requireNonNull(first.renewed());
    assertThat(heard(connector, first.cursor(), kept).renewed()).as("used again").isNull();

    Credential stale = kept.with("access_token", kept.get("refresh_token"));
    Credential renewed = Objects.requireNonNull(heard(connector, null, stale).renewed());
    assertThat(renewed.get("refresh_token")).isNotEqualTo(kept.get("refresh_token"));
    assertThat(heard(connector, null, renewed).posts()).hasSize(1);

    assertThat(
            connector.listen(
                new Target(server().url(), null, Credential.login("larkspur.test", "wrong"))))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> assertThat(trouble.code()).isEqualTo("bluesky.password-refused"));
  }

  private static Heard.Posts heard(
      Account connector, @Nullable String cursor, Credential credential) {
    Heard heard = connector.listen(new Target(server().url(), cursor, credential));
    assertThat(heard).isInstanceOf(Heard.Posts.class);
    return (Heard.Posts) heard;
  }

  /** Listens until it has heard enough. */
  private static final class Listener implements Ears {

    private final List<RawPost> posts = new ArrayList<>();
    private final List<String> withdrawn = new ArrayList<>();
    private final List<String> withdrawnBelow = new ArrayList<>();
    private final Predicate<Listener> enough;
    private java.util.function.Consumer<Listener> then = heard -> {};
    private @Nullable String cursor;
    private Heard.@Nullable Trouble trouble;

    Listener(Predicate<Listener> enough) {
      this.enough = enough;
    }

    void follow(URI url, @Nullable String from) throws InterruptedException {
      // An empty stream has no beginning to ask for; the first event has the number 1.
      String cursor = from == null ? Position.write(0) : from;
      try {
        trouble = firehose().follow(new Target(url, cursor, null), this);
      } catch (InterruptedException e) {
        assertThat(enough.test(this)).isTrue();
      }
    }

    @Override
    public void hear(Heard.Posts heard) throws InterruptedException {
      posts.addAll(heard.posts());
      withdrawn.addAll(heard.withdrawn());
      withdrawnBelow.addAll(heard.withdrawnBelow());
      cursor = heard.cursor();
      then.accept(this);
      if (enough.test(this)) {
        throw new InterruptedException("enough");
      }
    }

    @Override
    public void remark(List<Remark> remarks) {}

    @Override
    public void quiet() {}

    List<String> keys() {
      return posts.stream().map(RawPost::externalId).toList();
    }

    RawPost latest(String key) {
      return posts.reversed().stream()
          .filter(post -> key.equals(post.externalId()))
          .findFirst()
          .orElseThrow();
    }
  }
}
