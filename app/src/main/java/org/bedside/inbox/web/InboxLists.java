package org.bedside.inbox.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bedside.assessment.OwnThemes;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CasePage;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.Cases;
import org.bedside.inbox.InboxFilter;
import org.bedside.inbox.Notes;
import org.bedside.inbox.web.InboxList.Group;
import org.bedside.listening.Mentions;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.ui.Option;
import org.bedside.ui.Pager;
import org.bedside.ui.Tab;
import org.bedside.understanding.Understanding;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the list together for a reader. */
@Component
class InboxLists {

  static final int PAGE = 50;
  private static final int MOST_COUNTED = 1_000;
  private static final int AFTER_MINE = 2;

  private static final int ACT_NOW = 85;
  private static final int NEEDS_ANSWER = 30;

  private final Cases cases;
  private final Sources sources;
  private final Watches watches;
  private final Mentions mentions;
  private final Locations locations;
  private final Members members;
  private final Notes notes;
  private final Understanding understanding;
  private final OwnThemes ownThemes;
  private final Toolbox toolbox;
  private final MessageSource messages;
  private final Clock clock;

  InboxLists(
      Cases cases,
      Sources sources,
      Watches watches,
      Mentions mentions,
      Locations locations,
      Members members,
      Notes notes,
      Understanding understanding,
      OwnThemes ownThemes,
      Toolbox toolbox,
      MessageSource messages,
      Clock clock) {
    this.cases = cases;
    this.sources = sources;
    this.watches = watches;
    this.mentions = mentions;
    this.locations = locations;
    this.members = members;
    this.notes = notes;
    this.understanding = understanding;
    this.ownThemes = ownThemes;
    this.toolbox = toolbox;
    this.messages = messages;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public InboxList list(
      InboxParams params, @Nullable String after, long open, SignedIn who, Locale locale) {
    InboxTools tools = toolbox.of(who);
    InboxFilter filter = params.filter(who.id(), who.zone(), tools.teamsOf(who.id()));
    CasePage page = cases.list(filter, after, PAGE);
    List<Source> allSources = sources.all();
    List<Location> allLocations = locations.all();
    List<Member> everybody = members.current();
    Map<UUID, String> names = new HashMap<>();
    allSources.forEach(source -> names.put(source.id(), source.name()));
    allLocations.forEach(location -> names.put(location.id(), location.name()));
    everybody.forEach(member -> names.put(member.id(), member.name()));
    boolean nothing = page.rows().isEmpty();
    boolean neverAny =
        nothing
            && after == null
            && cases.count(
                    new InboxParams(
                            "all", null, null, null, null, null, null, null, null, null, null, null)
                        .filter(who.id(), who.zone(), List.of()),
                    1)
                == 0;
    return new InboxList(
        params,
        filter.order() == InboxFilter.Order.PRIORITY ? grouped(page.rows()) : one(page.rows()),
        withForYou(
            tabs(
                params,
                filter,
                after == null && page.next() == null ? page.rows().size() : -1,
                locale),
            who,
            locale),
        choices(allSources, allLocations, everybody, tools),
        names,
        pager(params, page, after, locale),
        open,
        query(params, null).replaceFirst("^\\?", ""),
        neverAny,
        mentions.waiting(),
        clock.instant(),
        tools);
  }

  private static List<Group> grouped(List<CaseRow> rows) {
    List<CaseRow> now = new ArrayList<>();
    List<CaseRow> answer = new ArrayList<>();
    List<CaseRow> know = new ArrayList<>();
    for (CaseRow row : rows) {
      int score = row.priority().score();
      (score >= ACT_NOW ? now : score >= NEEDS_ANSWER ? answer : know).add(row);
    }
    List<Group> groups = new ArrayList<>();
    add(groups, "inbox.group.now", true, now);
    add(groups, "inbox.group.answer", false, answer);
    add(groups, "inbox.group.know", false, know);
    return groups;
  }

  private static void add(List<Group> groups, String key, boolean urgent, List<CaseRow> rows) {
    if (!rows.isEmpty()) {
      groups.add(new Group(key, urgent, rows));
    }
  }

  private static List<Group> one(List<CaseRow> rows) {
    return rows.isEmpty() ? List.of() : List.of(new Group("", false, rows));
  }

  private List<Tab> tabs(InboxParams params, InboxFilter filter, int known, Locale locale) {
    boolean searching =
        filter.text() != null
            || filter.watch() != null
            || filter.theme() != null
            || filter.label() != null;
    // Each row would have to be looked at; that there are more than a page holds is known anyway.
    int most = searching ? PAGE : MOST_COUNTED;
    List<Tab> tabs = new ArrayList<>();
    for (String state : List.of("open", "mine", "late", "today", "waiting", "closed", "all")) {
      boolean current =
          state.equals(params.state()) || (params.state() == null && state.equals("open"));
      String count =
          current
              ? counted(known >= 0 ? known : atMost(filter, most, searching), most, locale)
              : null;
      tabs.add(
          new Tab(
              messages.getMessage("inbox.state." + state, null, locale),
              "/inbox" + query(params, state),
              current,
              count));
    }
    return tabs;
  }

  /** What colleagues ask of this reader stands beside the lists. */
  private List<Tab> withForYou(List<Tab> tabs, SignedIn who, Locale locale) {
    int unseen = notes.unseen(who);
    List<Tab> all = new ArrayList<>(tabs);
    all.add(
        AFTER_MINE,
        new Tab(
            messages.getMessage("inbox.for-you", null, locale),
            "/inbox/for-you",
            false,
            unseen == 0 ? null : counted(unseen, 100, locale)));
    return all;
  }

  private int atMost(InboxFilter filter, int most, boolean searching) {
    return searching ? most : cases.count(filter, most);
  }

  /** Counting stops where nobody would count on. */
  private static String counted(int count, int most, Locale locale) {
    String number = java.text.NumberFormat.getIntegerInstance(locale).format(count);
    return count < most ? number : number + "+";
  }

  private Map<String, List<Option>> choices(
      List<Source> sources, List<Location> locations, List<Member> members, InboxTools tools) {
    Map<String, List<Option>> choices = new HashMap<>();
    choices.put(
        "source", sources.stream().map(s -> new Option(s.id().toString(), s.name())).toList());
    choices.put(
        "location", locations.stream().map(l -> new Option(l.id().toString(), l.name())).toList());
    choices.put(
        "assignee", members.stream().map(m -> new Option(m.id().toString(), m.name())).toList());
    choices.put(
        "team", tools.teams().stream().map(t -> new Option(t.id().toString(), t.name())).toList());
    choices.put(
        "label",
        tools.labels().stream().map(l -> new Option(l.id().toString(), l.name())).toList());
    List<StoredWatch> stored = watches.all();
    choices.put(
        "watch", stored.stream().map(w -> new Option(w.id().toString(), w.name())).toList());
    choices.put(
        "theme",
        Choices.labels(ownThemes.names(), understanding.themes()).stream()
            .map(label -> new Option(label, label))
            .toList());
    return choices;
  }

  private Pager pager(InboxParams params, CasePage page, @Nullable String after, Locale locale) {
    String older =
        page.next() == null
            ? null
            : "/inbox"
                + UriComponentsBuilder.fromUriString(query(params, null))
                    .queryParam("after", page.next())
                    .toUriString();
    String newer = after == null ? null : "/inbox" + query(params, null);
    String shown = messages.getMessage("inbox.shown", new Object[] {page.rows().size()}, locale);
    return new Pager(shown, newer, older);
  }

  /** The filter as a query string with its question mark, the state replaced where one is given. */
  static String query(InboxParams params, @Nullable String state) {
    UriComponentsBuilder query = UriComponentsBuilder.newInstance();
    put(query, "state", state == null ? params.state() : state);
    put(query, "source", params.source());
    put(query, "watch", params.watch());
    put(query, "sentiment", params.sentiment());
    put(query, "theme", params.theme());
    put(query, "rating", params.rating());
    put(query, "location", params.location());
    put(query, "assignee", params.assignee());
    put(query, "team", params.team());
    put(query, "label", params.label());
    put(query, "q", params.q());
    put(query, "from", params.from());
    put(query, "until", params.until());
    put(query, "order", params.order());
    return query.encode().build().toUriString();
  }

  private static void put(UriComponentsBuilder query, String name, @Nullable String value) {
    String wanted = InboxParams.or(value);
    if (!wanted.isEmpty()) {
      query.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, wanted));
    }
  }
}
