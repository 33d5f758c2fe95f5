package org.bedside.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bedside.BedsideTest;
import org.bedside.identity.Role;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Level;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HasteTest extends BedsideTest {

  private static final String TEXT =
      "The night nurse was an angel, but we sat in the corridor for five hours and nobody came";

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Assessments assessments;
  @Autowired private AssessmentBatch batch;
  @Autowired private AssessmentRunner runner;
  @Autowired private Understanding understanding;

  @BeforeEach
  void nothingIsReadByItself() {
    runner.stop();
  }

  @AfterEach
  void everythingIsReadByItself() {
    runner.start();
  }

  @Test
  void aRushIsInTheInboxQuicklyAndEndsAsWellUnderstoodAsAnything() {
    Org org = found("Larkspur Health");
    List<Long> rush = receive(org, 60);

    assertThat(inOrganization(org, batch::assessNext)).isEqualTo(60);

    assertThat(waiting(org)).isEqualTo(new Mentions.Waiting(0, 60, 0));
    assertThat(signIn(org, Role.ADMINISTRATOR).get("/inbox").body())
        .contains("60 are being read again");
    assertThat(understood(org, rush.getFirst()))
        .isEqualTo(expected(understanding.quick(), rush.getFirst()));

    runner.start();
    await().atMost(Duration.ofSeconds(60)).until(() -> waiting(org).isOver());
    assertThat(understanding.level()).isEqualTo(Level.THOROUGH);
    assertThat(rush).allSatisfy(one -> assertThat(understood(org, one)).isEqualTo(thorough(one)));
  }

  @Test
  void whatComesNowIsReadBeforeWhatIsReadOnceMore() {
    Org org = found("Larkspur Health");
    receive(org, 60);
    inOrganization(org, batch::assessNext);

    List<Long> fresh = receive(org, 1);

    assertThat(waiting(org)).isEqualTo(new Mentions.Waiting(1, 60, 0));
    assertThat(inOrganization(org, batch::assessNext)).isEqualTo(1);
    assertThat(understood(org, fresh.getFirst())).isEqualTo(thorough(fresh.getFirst()));
    assertThat(inOrganization(org, batch::assessAgain)).isEqualTo(16);
    assertThat(waiting(org)).isEqualTo(new Mentions.Waiting(0, 44, 0));
  }

  private Mentions.Waiting waiting(Org org) {
    return inOrganization(org, () -> mentions.waiting());
  }

  private Assessment thorough(long mention) {
    return expected(understanding, mention);
  }

  private static Assessment expected(Understanding by, long mention) {
    return by.assess(List.of(Post.of(Long.toString(mention), TEXT))).getFirst();
  }

  private Assessment understood(Org org, long mention) {
    return inOrganization(org, () -> assessments.find(mention).orElseThrow().assessment());
  }

  private List<Long> receive(Org org, int many) {
    var by = somebody(org);
    return inOrganization(
        org,
        () -> {
          UUID source = sources.named("Reviews", Source.Kind.FILE, by).id();
          intake.receive(
              source,
              IntStream.range(0, many)
                  .mapToObj(i -> RawPost.of(UUID.randomUUID().toString(), TEXT))
                  .toList());
          return mentions.latest(many).stream().map(Mention::id).toList();
        });
  }
}
