package org.bedside.inbox.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.audit.Auditable;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.Picture;
import org.bedside.inbox.PictureRefusedException;
import org.bedside.inbox.PictureRefusedException.Reason;
import org.bedside.inbox.ReplyParts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcReplyParts implements ReplyParts {

  private static final String DRAFT =
      "select id from reply where case_id = :case and by_id = :by and state = 'DRAFT'";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcReplyParts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void translate(long caseId, String translation, SignedIn by) {
    jdbc.sql(
            """
            update reply set translation = :translation
            where case_id = :case and by_id = :by and state = 'DRAFT'
            """)
        .param("translation", translation.replace('\u0000', ' '))
        .param("case", caseId)
        .param("by", by.id())
        .update();
  }

  @Override
  @Transactional
  public UUID attach(long caseId, Picture picture, String alt, SignedIn by) {
    String words = alt.replaceAll("\\p{Cntrl}+", " ").strip();
    if (words.isEmpty()) {
      throw new PictureRefusedException(Reason.WITHOUT_WORDS);
    }
    long reply =
        jdbc.sql(DRAFT + " for update")
            .param("case", caseId)
            .param("by", by.id())
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new IllegalArgumentException("no draft for case " + caseId));
    int already =
        jdbc.sql("select count(*) from reply_picture where reply_id = :reply")
            .param("reply", reply)
            .query(Integer.class)
            .single();
    if (already >= MOST_PICTURES) {
      throw new PictureRefusedException(Reason.TOO_MANY);
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into reply_picture (id, organization_id, reply_id, media_type, content, width,
              height, alt, added_at)
            values (:id, current_organization(), :reply, :type, :content, :width, :height, :alt,
              :now)
            """)
        .param("id", id)
        .param("reply", reply)
        .param("type", picture.mediaType())
        .param("content", picture.content())
        .param("width", picture.width())
        .param("height", picture.height())
        .param("alt", words.length() <= LONGEST_ALT ? words : words.substring(0, LONGEST_ALT))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit("inbox.reply-picture-added", caseId, id, by);
    return id;
  }

  @Override
  @Transactional
  public void detach(long caseId, UUID picture, SignedIn by) {
    int gone =
        jdbc.sql("delete from reply_picture where id = :id and reply_id in (" + DRAFT + ")")
            .param("id", picture)
            .param("case", caseId)
            .param("by", by.id())
            .update();
    if (gone > 0) {
      audit("inbox.reply-picture-removed", caseId, picture, by);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, Parts> of(long caseId, SignedIn reader) {
    Map<Long, Parts> parts = new HashMap<>();
    jdbc.sql(
            """
            select r.id as reply, r.translation, p.id, p.alt, p.width, p.height
            from reply r left join reply_picture p on p.reply_id = r.id
            where r.case_id = :case and (r.state in ('ASKED', 'LEAVING', 'POSTED') or r.by_id = :reader)
            order by r.id, p.added_at, p.id
            """)
        .param("case", caseId)
        .param("reader", reader.id())
        .query(
            row -> {
              long reply = row.getLong("reply");
              Parts before =
                  parts.getOrDefault(reply, new Parts(row.getString("translation"), List.of()));
              List<Attached> pictures = new ArrayList<>(before.pictures());
              UUID id = row.getObject("id", UUID.class);
              if (id != null) {
                pictures.add(
                    new Attached(
                        id, row.getString("alt"), row.getInt("width"), row.getInt("height")));
              }
              parts.put(reply, new Parts(before.translation(), pictures));
            });
    return parts;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Picture> picture(long caseId, UUID picture, SignedIn reader) {
    return jdbc.sql(
            """
            select p.media_type, p.content, p.width, p.height
            from reply_picture p join reply r on r.id = p.reply_id
            where p.id = :id and r.case_id = :case and (r.state in ('ASKED', 'LEAVING', 'POSTED') or r.by_id = :reader)
            """)
        .param("id", picture)
        .param("case", caseId)
        .param("reader", reader.id())
        .query(
            (row, i) ->
                new Picture(
                    row.getString("media_type"),
                    row.getBytes("content"),
                    row.getInt("width"),
                    row.getInt("height")))
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> lately(UUID source, int most) {
    return jdbc.sql(
            """
            select r.text from reply r join inbox_case c on c.id = r.case_id
            where r.state = 'POSTED' and c.source_id = :source
            order by r.posted_at desc limit :most
            """)
        .param("source", source)
        .param("most", most)
        .query((row, i) -> row.getString("text"))
        .list();
  }

  private void audit(String action, long caseId, UUID picture, SignedIn by) {
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            action,
            "case:" + caseId,
            Map.of("picture", picture.toString())));
  }
}
