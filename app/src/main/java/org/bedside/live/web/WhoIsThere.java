package org.bedside.live.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Members;
import org.bedside.identity.SignedIn;
import org.bedside.live.Presence;
import org.springframework.stereotype.Component;

/** Those who have it open here, and those in other processes. */
@Component
class WhoIsThere implements Presence {

  private final OpenPages pages;
  private final Keys watchable;
  private final Elsewhere elsewhere;
  private final Members members;

  WhoIsThere(OpenPages pages, Keys watchable, Elsewhere elsewhere, Members members) {
    this.pages = pages;
    this.watchable = watchable;
    this.elsewhere = elsewhere;
    this.members = members;
  }

  @Override
  public List<String> others(String key, SignedIn who) {
    if (!watchable.mayWatch(key, who)) {
      return List.of();
    }
    Map<UUID, String> names = new HashMap<>();
    pages
        .watching(who.organizationId(), key)
        .forEach(page -> names.putIfAbsent(page.who().id(), page.who().name()));
    CurrentOrganization.run(
        who.organizationId(),
        () -> {
          for (UUID person : elsewhere.people(who.organizationId(), key)) {
            if (!names.containsKey(person)) {
              members.find(person).ifPresent(member -> names.put(person, member.name()));
            }
          }
        });
    names.remove(who.id());
    return names.values().stream().sorted().toList();
  }
}
