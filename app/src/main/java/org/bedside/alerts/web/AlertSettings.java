package org.bedside.alerts.web;

import java.util.List;
import org.bedside.alerts.Rota;
import org.bedside.identity.Member;

/**
 * The page on which alerts are tuned.
 *
 * @param problem message key of what is wrong with the form, or empty
 * @param members everybody who can be put on the rota, by name
 */
public record AlertSettings(
    TuningForm form, String problem, Rota rota, List<Member> members, int places) {

  public AlertSettings {
    members = List.copyOf(members);
  }

  /** The id of whoever is at that place of the rota, or empty. */
  public String at(int place) {
    return place < rota.people().size() ? rota.people().get(place).toString() : "";
  }
}
