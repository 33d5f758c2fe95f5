package org.bedside.inbox.store;

import java.util.Optional;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Assessments;
import org.bedside.channels.Network;
import org.bedside.listening.Conversations;
import org.bedside.listening.Mention;
import org.bedside.understanding.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The post that a case's reply answers. */
@Component
class Originals {

  private final JdbcClient jdbc;
  private final Assessments assessments;
  private final Conversations conversations;

  Originals(JdbcClient jdbc, Assessments assessments, Conversations conversations) {
    this.jdbc = jdbc;
    this.assessments = assessments;
    this.conversations = conversations;
  }

  /**
   * What is answered: the leading mention.
   *
   * @throws IllegalArgumentException where there is no such case
   */
  Assessed of(long caseId) {
    long mention =
        jdbc.sql("select lead_mention from inbox_case where id = :id and state <> 'MERGED'")
            .param("id", caseId)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new IllegalArgumentException("no such case: " + caseId));
    return assessments.find(mention).orElseThrow();
  }

  /** What a reply answers, whatever leads its case by now; empty where it is gone. */
  Optional<Assessed> of(ReplyOrders.Row reply) {
    return assessments.find(reply.mention());
  }

  /**
   * The network that brought it; empty where that is none that one can answer on. What came in a
   * file or through a feed has no key there, wherever it was said first.
   */
  Optional<Network> network(Mention mention) {
    String way = conversations.networks().getOrDefault(mention.source(), "");
    return switch (way) {
      case "bluesky" -> Optional.of(Network.BLUESKY);
      case "mastodon" -> Optional.of(Network.MASTODON);
      case "google" -> Optional.of(Network.GOOGLE_BUSINESS);
      case "meta" ->
          Optional.of(
              String.valueOf(mention.url()).contains("instagram.com/")
                  ? Network.INSTAGRAM
                  : Network.FACEBOOK);
      case "youtube" -> Optional.of(Network.YOUTUBE);
      case "reddit" -> Optional.of(Network.REDDIT);
      case "x" -> Optional.of(Network.X);
      default -> Optional.empty();
    };
  }

  static Post post(Mention mention) {
    return new Post(
        Long.toString(mention.id()),
        mention.text(),
        mention.question(),
        mention.rating(),
        mention.author(),
        mention.url(),
        mention.sourceName(),
        mention.lang(),
        mention.country(),
        mention.publishedAt());
  }
}
