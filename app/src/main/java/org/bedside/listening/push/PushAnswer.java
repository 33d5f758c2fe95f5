package org.bedside.listening.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What became of all posts of a push. */
record PushAnswer(int stored, int changed, int duplicates, int rejected, List<Item> items) {

  /** What became of one post: stored, changed, duplicate or rejected. */
  record Item(
      @Nullable String externalId, String status, @Nullable String code, @Nullable String detail) {}

  static PushAnswer of(List<Push.Result> results, MessageSource messages) {
    List<Item> items = new ArrayList<>();
    for (Push.Result result : results) {
      String code = result.code();
      items.add(
          new Item(
              result.externalId(),
              result.status().name().toLowerCase(Locale.ROOT),
              code,
              code == null ? null : sentence(code, messages)));
    }
    return new PushAnswer(
        count(results, Push.Status.STORED),
        count(results, Push.Status.CHANGED),
        count(results, Push.Status.DUPLICATE),
        count(results, Push.Status.REJECTED),
        items);
  }

  private static int count(List<Push.Result> results, Push.Status status) {
    return (int) results.stream().filter(result -> result.status() == status).count();
  }

  private static String sentence(String code, MessageSource messages) {
    String found = messages.getMessage("import.row." + code, null, "", Locale.ENGLISH);
    return found == null || found.isEmpty()
        ? messages.getMessage("import.row.not-stored", null, Locale.ENGLISH)
        : found;
  }
}
