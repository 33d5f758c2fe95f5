package org.bedside.inbox.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.channels.Attachment;
import org.bedside.channels.Channel;
import org.bedside.channels.OrderRefusedException;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Post;
import org.bedside.understanding.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The pictures of a reply on their way out. What a picture is said to show can disclose like any
 * words; other than the reply's own it can always be said in another way, so that nobody overrides
 * what the guard says of it.
 */
@Component
class ReplyPictures {

  private final JdbcClient jdbc;
  private final ReplyPolicy policy;

  ReplyPictures(JdbcClient jdbc, ReplyPolicy policy) {
    this.jdbc = jdbc;
    this.policy = policy;
  }

  /**
   * The pictures of a reply, to be ordered with it.
   *
   * @throws OrderRefusedException where what one of them shows may not be said
   */
  List<Attachment> of(long reply, Post original) {
    if (disclosing(reply, original).isPresent()) {
      throw new OrderRefusedException("reply.picture-blocked", "");
    }
    return jdbc.sql(
            """
            select media_type, content, width, height, alt from reply_picture
            where reply_id = :reply order by added_at, id
            """)
        .param("reply", reply)
        .query(
            (row, i) ->
                new Attachment(
                    row.getString("media_type"),
                    row.getBytes("content"),
                    row.getInt("width"),
                    row.getInt("height"),
                    row.getString("alt")))
        .list();
  }

  /** What the guard says of the first picture that it would block. */
  Optional<Verdict> disclosing(long reply, Post original) {
    return words(reply).stream()
        .map(alt -> policy.review(alt, original))
        .filter(verdict -> verdict.decision() == Verdict.Decision.BLOCK)
        .findFirst();
  }

  /** The same for the person's draft, where there is one. */
  Optional<Verdict> disclosing(long caseId, UUID by, Post original) {
    return jdbc.sql(
            "select id from reply where case_id = :case and by_id = :by and state = 'DRAFT'")
        .param("case", caseId)
        .param("by", by)
        .query(Long.class)
        .optional()
        .flatMap(reply -> disclosing(reply, original));
  }

  /** Whether the channel takes that many. */
  boolean fit(long reply, Channel channel) {
    return words(reply).size() <= channel.rules().attachments();
  }

  private List<String> words(long reply) {
    return jdbc.sql("select alt from reply_picture where reply_id = :reply order by added_at, id")
        .param("reply", reply)
        .query((row, i) -> row.getString("alt"))
        .list();
  }
}
