package org.bedside.channels.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bedside.channels.Network;
import org.bedside.channels.sending.Account;
import org.bedside.channels.sending.Accounts;
import org.bedside.channels.sending.Keys;
import org.bedside.channels.sending.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAccounts implements Accounts {

  private final JdbcClient jdbc;
  private final SealedKeys sealed;

  JdbcAccounts(JdbcClient jdbc, SealedKeys sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  @Override
  public Optional<Account> find(UUID channel) {
    return jdbc.sql(
            """
            select id, network, server, handle, account, sealed from channel
            where id = :id and removed_at is null
            """)
        .param("id", channel)
        .query(
            (row, i) ->
                new Account(
                    channel,
                    Network.valueOf(row.getString("network")),
                    Rows.uri(row, "server"),
                    row.getString("handle"),
                    row.getString("account"),
                    sealed.open(channel, row.getBytes("sealed")).orElse(null)))
        .optional();
  }

  @Override
  public void keep(UUID channel, Keys keys, Instant now) {
    jdbc.sql(
            """
            update channel set sealed = :sealed, keys_at = :now
            where id = :id and removed_at is null
            """)
        .param("sealed", sealed.seal(channel, keys))
        .param("now", Rows.utc(now))
        .param("id", channel)
        .update();
  }

  @Override
  public void works(UUID channel, Who.Known who, Instant now) {
    jdbc.sql(
            """
            update channel set handle = :handle, account = :account, most = :most,
              checked_at = :now, error_code = null, error_detail = null, quiet_until = null
            where id = :id
            """)
        .param("handle", who.handle())
        .param("account", who.account())
        .param("most", who.most())
        .param("now", Rows.utc(now))
        .param("id", channel)
        .update();
    jdbc.sql(
            """
            update delivery set next_at = :now
            where channel_id = :id and next_at > :now and lease_until is null
              and state in ('WAITING', 'EDITING', 'DELETING')
            """)
        .param("now", Rows.utc(now))
        .param("id", channel)
        .update();
  }
}
