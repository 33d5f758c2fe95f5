package org.bedside.channels.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.channels.Attachment;
import org.bedside.channels.sending.Enclosed;
import org.bedside.channels.sending.Uploads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pictures of deliveries: copies of their own, whatever becomes of the draft. */
@Component
class DeliveryPictures implements Uploads {

  /** How long they are kept once nothing is done with them any more. */
  static final Duration KEPT = Duration.ofDays(30);

  /** Those of what is over for so long; a refused one may still be sent again as it is. */
  static final String OVER =
      """
      from delivery_picture p join delivery d on d.id = p.delivery_id
      where d.state in ('SENT', 'CANCELLED', 'EXPIRED', 'DELETED') and d.changed_at <= :over
      """;

  private final JdbcClient jdbc;

  DeliveryPictures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID delivery, List<Attachment> attachments) {
    int place = 0;
    for (Attachment one : attachments) {
      jdbc.sql(
              """
              insert into delivery_picture (id, organization_id, delivery_id, place, media_type,
                content, width, height, alt)
              values (:id, current_organization(), :delivery, :place, :type, :content, :width,
                :height, :alt)
              """)
          .param("id", UUID.randomUUID())
          .param("delivery", delivery)
          .param("place", place)
          .param("type", one.mediaType())
          .param("content", one.content())
          .param("width", one.width())
          .param("height", one.height())
          .param("alt", one.alt())
          .update();
      place++;
    }
  }

  static List<Enclosed> of(JdbcClient jdbc, UUID delivery) {
    return jdbc.sql(
            """
            select id, media_type, content, width, height, alt, network_id, uploaded_at
            from delivery_picture where delivery_id = :delivery order by place
            """)
        .param("delivery", delivery)
        .query(
            (row, i) ->
                new Enclosed(
                    row.getObject("id", UUID.class),
                    row.getString("media_type"),
                    row.getBytes("content"),
                    row.getInt("width"),
                    row.getInt("height"),
                    row.getString("alt"),
                    row.getString("network_id"),
                    Rows.instant(row, "uploaded_at")))
        .list();
  }

  @Override
  public void uploaded(UUID picture, String networkId, Instant now) {
    jdbc.sql("update delivery_picture set network_id = :network, uploaded_at = :now where id = :id")
        .param("network", networkId)
        .param("now", Rows.utc(now))
        .param("id", picture)
        .update();
  }

  /** Deletes those that nobody needs any more. */
  void tidy(Instant now) {
    jdbc.sql("delete from delivery_picture where id in (select p.id " + OVER + ")")
        .param("over", Rows.utc(now.minus(KEPT)))
        .update();
  }
}
