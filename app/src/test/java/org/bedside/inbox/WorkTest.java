package org.bedside.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseActions.Chosen;
import org.bedside.listening.RawPost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the work at the inbox share beside the posts that come in. */
abstract class WorkTest extends CaseTest {

  static final String HARM =
      "They gave my father the wrong dose of his blood thinner and he collapsed.";
  static final String PARKING = "The parking is dear and the garage was full.";
  static final String RUDE = "Rude staff at the desk, nobody listened.";
  static final String PRAISE = "Lovely nurses, thank you so much!";

  @Autowired CaseActions actions;

  void hear(Org org, String... texts) {
    List<RawPost> posts = new ArrayList<>();
    for (String text : texts) {
      posts.add(post(text, null));
    }
    receivePosts(org, posts);
  }

  static RawPost post(String text, @Nullable String author) {
    return new RawPost(
        UUID.randomUUID().toString(), text, null, null, null, author, null, null, null, null, null);
  }

  void receivePosts(Org org, List<RawPost> posts) {
    receive(org, "Reviews", posts.toArray(RawPost[]::new));
  }

  List<CaseRow> rows(Org org, InboxFilter filter) {
    return inOrganization(org, () -> cases.list(filter, null, 100).rows());
  }

  CaseRow row(Org org, String words) {
    return rows(org, InboxFilter.NONE.in(InboxFilter.State.ANY)).stream()
        .filter(row -> row.preview().contains(words))
        .findFirst()
        .orElseThrow();
  }

  List<CaseEvent.Kind> happened(Org org, long id) {
    return inOrganization(org, () -> cases.find(id, somebody(org)).orElseThrow().events()).stream()
        .map(CaseEvent::kind)
        .toList();
  }

  static List<Chosen> all(List<CaseRow> rows) {
    return rows.stream().map(row -> new Chosen(row.id(), row.version())).toList();
  }

  static String[] fields(List<CaseRow> rows, String... more) {
    List<String> fields = new ArrayList<>();
    for (CaseRow row : rows) {
      fields.add("case");
      fields.add(row.id() + ":" + row.version());
    }
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  SignedIn worker(Org org) {
    return somebody(org, Permission.READ_MENTIONS, Permission.WORK_INBOX);
  }
}
