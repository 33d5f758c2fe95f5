package org.bedside.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bedside.assessment.MentionsAssessed;
import org.bedside.audit.AuditTrail;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseRow;
import org.bedside.listening.Mentions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an installation without an organization with the sample one, before it says that it is
 * ready. Each part can be done again; the last one writes a line into the audit, by which later
 * starts know that it was done. So a start after one that was killed does the rest, and what people
 * change in a demo that was filled stays changed.
 */
@Component
@ConditionalOnBooleanProperty("bedside.demo")
class DemoStart implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(DemoStart.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String FILLED = "demo.filled";

  private final SampleOrganization sample;
  private final SampleListening listening;
  private final SampleRules rules;
  private final SamplePrivate conversations;
  private final SampleWork work;
  private final Mentions mentions;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Semaphore assessed = new Semaphore(0);

  DemoStart(
      SampleOrganization sample,
      SampleListening listening,
      SampleRules rules,
      SamplePrivate conversations,
      SampleWork work,
      Mentions mentions,
      AuditTrail audit,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.sample = sample;
    this.listening = listening;
    this.rules = rules;
    this.conversations = conversations;
    this.work = work;
    this.mentions = mentions;
    this.audit = audit;
    this.events = events;
    this.transactions = transactions;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(MentionsAssessed event) {
    assessed.release();
  }

  @Override
  @SuppressWarnings("SystemOut") // whoever started it needs to read how to sign in
  public void run(ApplicationArguments arguments) throws InterruptedException {
    Optional<OrganizationId> organization = sample.found();
    if (organization.isEmpty()) {
      System.out.println(
          "This data folder holds an organization of its own, so the demo added nothing to it.");
      return;
    }
    CurrentOrganization.<Boolean, InterruptedException>call(organization.get(), this::fill);
    System.out.println(
        "sign in with " + Colleague.ADMINISTRATOR.email() + " and " + Colleague.PASSWORD);
  }

  /** Answers whether anything was done. */
  private boolean fill() throws InterruptedException {
    if (isFilled()) {
      return false;
    }
    log.info("Filling the demo with invented posts");
    Map<Place, UUID> places = sample.places();
    sample.people();
    SignedIn administrator = sample.signedIn(Colleague.ADMINISTRATOR);
    rules.set();
    listening.watches(administrator);
    listening.posts(
        new SamplePosts(sample.administrator().joinedAt()).all(), places, administrator);
    if (!awaitAssessed()) {
      log.warn("The posts of the demo are not assessed yet; the next start does the rest");
      return true;
    }
    List<CaseRow> complaints = work.complaints();
    conversations.hold(complaints.get(0), complaints.get(1));
    transactions.executeWithoutResult(
        status -> {
          work.doIt(places);
          events.publishEvent(new Auditable("system", "Bedside", FILLED, subject(), Map.of()));
        });
    return true;
  }

  private boolean isFilled() {
    return Boolean.TRUE.equals(
        transactions.execute(
            status ->
                audit.about(subject()).stream().anyMatch(entry -> entry.action().equals(FILLED))));
  }

  private static String subject() {
    return "demo:" + CurrentOrganization.get();
  }

  private boolean awaitAssessed() throws InterruptedException {
    while (!isAllAssessed()) {
      if (!assessed.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return isAllAssessed();
      }
    }
    return true;
  }

  private boolean isAllAssessed() {
    return Boolean.TRUE.equals(transactions.execute(status -> mentions.waiting().isOver()));
  }
}
