package org.bedside.listening.web;

import org.bedside.listening.StoredWatch;
import org.jspecify.annotations.Nullable;

/**
 * What the watch editor sends.
 *
 * @param past whether it is held against all stored posts too; "on" or absent
 */
public record WatchForm(
    @Nullable String id, @Nullable String name, @Nullable String query, @Nullable String past) {

  static final WatchForm EMPTY = new WatchForm(null, "", "", "on");

  static WatchForm of(StoredWatch watch) {
    return new WatchForm(watch.id().toString(), watch.name(), watch.query(), "on");
  }

  public String nameOrEmpty() {
    return name == null ? "" : name.strip();
  }

  public String queryOrEmpty() {
    return query == null ? "" : query;
  }

  public boolean toThePast() {
    return past != null;
  }

  public String action() {
    return id == null || id.isBlank() ? "/watches" : "/watches/" + id;
  }
}
