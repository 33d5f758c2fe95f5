package org.bedside.assessment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.understanding.Teaching;
import org.bedside.understanding.Understanding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What each organization's lessons made of the software's understanding. Learned when it is first
 * asked for after a change, on the thread that asks, and kept for as long as the lessons are the
 * same; for the organizations that asked last.
 */
@Component
class TaughtModels {

  private static final Logger log = LoggerFactory.getLogger(TaughtModels.class);
  private static final int KEPT = 64;

  private final Understanding understanding;
  private final Teachings teachings;
  private final Map<OrganizationId, Learned> learned = new LinkedHashMap<>(16, 0.75f, true);

  TaughtModels(Understanding understanding, Teachings teachings) {
    this.understanding = understanding;
    this.teachings = teachings;
  }

  private record Learned(Teaching from, Understanding understanding) {}

  /** The understanding of the current organization; reads its lessons in a transaction. */
  Understanding current() {
    Teaching teaching = teachings.current();
    if (teaching.equals(Teaching.NONE)) {
      forget(CurrentOrganization.get());
      return understanding;
    }
    Learned before = kept(CurrentOrganization.get());
    if (before != null && before.from().equals(teaching)) {
      return before.understanding();
    }
    var fresh = new Learned(teaching, learn(teaching));
    keep(CurrentOrganization.get(), fresh);
    return fresh.understanding();
  }

  /** Whatever is wrong with a lesson, posts are assessed. */
  private Understanding learn(Teaching teaching) {
    try {
      return understanding.taught(teaching);
    } catch (RuntimeException e) {
      log.error("What an organization taught could not be learned; assessing without", e);
      return understanding;
    }
  }

  private @Nullable Learned kept(OrganizationId organization) {
    synchronized (learned) {
      return learned.get(organization);
    }
  }

  private void forget(OrganizationId organization) {
    synchronized (learned) {
      learned.remove(organization);
    }
  }

  private void keep(OrganizationId organization, Learned fresh) {
    synchronized (learned) {
      learned.put(organization, fresh);
      if (learned.size() > KEPT) {
        learned.remove(learned.keySet().iterator().next());
      }
    }
  }
}
