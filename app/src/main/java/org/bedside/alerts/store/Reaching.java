package org.bedside.alerts.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bedside.alerts.AlertKind;
import org.bedside.alerts.Rota;
import org.bedside.alerts.Tunings;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Organizations;
import org.bedside.mail.Mail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom an alert is handed to and which channels are to be told, written in the transaction of what
 * it follows from.
 */
@Component
class Reaching {

  private final JdbcClient jdbc;
  private final Tunings tunings;
  private final Members members;
  private final Organizations organizations;
  private final JdbcMailChoices choices;
  private final Mail mail;

  Reaching(
      JdbcClient jdbc,
      Tunings tunings,
      Members members,
      Organizations organizations,
      JdbcMailChoices choices,
      Mail mail) {
    this.jdbc = jdbc;
    this.tunings = tunings;
    this.members = members;
    this.organizations = organizations;
    this.choices = choices;
    this.mail = mail;
  }

  /**
   * Every channel is told, and who chose so by e-mail; a crisis is handed to the first person on
   * call besides.
   */
  void opened(AlertWriter.Opened opened, AlertKind kind, int severity, Instant now) {
    boolean crisis = kind == AlertKind.CRISIS;
    if (crisis) {
      hand(opened.id(), opened.opening(), 0, now, now);
    }
    notice(opened.id(), opened.opening(), 0, severity, crisis, now);
  }

  /**
   * The next person on call has it now, and channels are told.
   *
   * @param since when the alert opened
   * @return whether nobody had done this step before
   */
  boolean handedOn(long alert, int opening, int step, int severity, Instant since, Instant now) {
    boolean first = hand(alert, opening, step, since, now);
    if (first) {
      notice(alert, opening, step, severity, true, now);
    }
    return first;
  }

  /** The rota of those who work here now. */
  Rota rota() {
    return tunings
        .rota()
        .among(members.current().stream().map(Member::id).collect(Collectors.toSet()));
  }

  private boolean hand(long alert, int opening, int step, Instant since, Instant now) {
    Optional<Member> member =
        rota().at(step, since, organizations.current().zone()).flatMap(members::find);
    member.ifPresent(one -> choices.known(one.id(), now));
    return jdbc.sql(
                """
                insert into alert_step (alert_id, organization_id, opening, step, member_id,
                  member_name, at)
                values (:alert, current_organization(), :opening, :step, :member, :name, :now)
                on conflict (alert_id, opening, step) do nothing
                """)
            .param("alert", alert)
            .param("opening", opening)
            .param("step", step)
            .param("member", member.map(Member::id).orElse(null))
            .param("name", member.map(Member::name).orElse(""))
            .param("now", utc(now))
            .update()
        > 0;
  }

  private void notice(
      long alert, int opening, int step, int severity, boolean crisis, Instant now) {
    jdbc.sql(
            """
            insert into alert_notice (channel_id, alert_id, opening, step, organization_id, crisis,
              created_at)
            select id, :alert, :opening, :step, organization_id, :crisis, :now
            from alert_channel
            where case when member_id is null then least <= :severity
              else :mail and (member_id = (select s.member_id from alert_step s
                  where s.alert_id = :alert and s.opening = :opening and s.step = :step)
                  and choice <> 'NONE'
                or :step = 0 and (choice = 'ALL' or choice = 'CRISES' and :crisis)) end
            on conflict (channel_id, alert_id, opening, step) do nothing
            """)
        .param("alert", alert)
        .param("opening", opening)
        .param("step", step)
        .param("severity", severity)
        .param("crisis", crisis)
        .param("now", utc(now))
        .param("mail", mail.isReady())
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
