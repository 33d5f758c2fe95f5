package org.bedside.channels.store;

import org.bedside.channels.Channel;
import org.bedside.channels.Order;
import org.bedside.channels.OrderRefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a second reply from taking the place of the first where a network shows one reply to a
 * post. Two who order at the same time are taken one after the other.
 */
@Component
class OnlyReply {

  /** Of a post's key what is the same whatever stands before it. */
  private static final String POST = "regexp_replace(%s, '^.*/', '')";

  private final JdbcClient jdbc;

  OnlyReply(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws OrderRefusedException where one is there, may be there, or is to go there
   */
  void require(Order order, Channel channel) {
    if (!channel.rules().oneReply()) {
      return;
    }
    jdbc.sql(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('only-reply:' ||"
                + " current_organization() || ':' || "
                + POST.formatted(":post::text")
                + ", 0))) l")
        .param("post", order.inReplyTo())
        .query(Integer.class)
        .single();
    boolean there =
        jdbc.sql(
                "select exists (select from delivery d join channel c on c.id = d.channel_id"
                    + " where c.network = :network and "
                    + POST.formatted("d.in_reply_to")
                    + " = "
                    + POST.formatted(":post::text")
                    + " and d.state in ('WAITING', 'SENDING', 'UNKNOWN', 'SENT', 'EDITING',"
                    + " 'DELETING'))")
            .param("network", channel.network().name())
            .param("post", order.inReplyTo())
            .query(Boolean.class)
            .single();
    if (there) {
      throw new OrderRefusedException("channels.order.answered", "");
    }
  }
}
