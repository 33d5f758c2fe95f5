package org.bedside.inbox.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.inbox.CaseRow;
import org.bedside.listening.Mentions;
import org.bedside.ui.Option;
import org.bedside.ui.Pager;
import org.bedside.ui.Tab;

/**
 * The left half of the inbox.
 *
 * @param groups what must be done now, what needs an answer, what is good to know; empty ones left
 *     out
 * @param names of sources, locations and people by id
 * @param open the id of the case shown beside it, or 0
 * @param query the filter as it stands in the address, to be kept by links; without question mark
 * @param waiting mentions that are not in the list yet, and those to be read once more
 * @param drawnAt what is newer is announced above the list
 * @param tools what cases can be marked with
 * @param empty whether nothing was ever in this inbox
 */
public record InboxList(
    InboxParams params,
    List<Group> groups,
    List<Tab> tabs,
    Map<String, List<Option>> choices,
    Map<UUID, String> names,
    Pager pager,
    long open,
    String query,
    boolean empty,
    Mentions.Waiting waiting,
    Instant drawnAt,
    InboxTools tools) {

  /**
   * @param key message key of its title; empty where the list is one group
   */
  public record Group(String key, boolean urgent, List<CaseRow> rows) {}

  /** The name of a source, a place or a person, or the empty text. */
  public String name(@org.jspecify.annotations.Nullable UUID id) {
    return id == null ? "" : names.getOrDefault(id, "");
  }

  /** The address of a case with the filter kept. */
  public String href(CaseRow row) {
    return "/inbox/" + row.id() + (query.isEmpty() ? "" : "?" + query);
  }
}
