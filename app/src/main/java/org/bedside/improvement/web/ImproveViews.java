package org.bedside.improvement.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bedside.directory.Locations;
import org.bedside.identity.SignedIn;
import org.bedside.improvement.Clinician;
import org.bedside.improvement.Counts;
import org.bedside.improvement.Group;
import org.bedside.improvement.Improvements;
import org.bedside.improvement.Improvements.Quote;
import org.bedside.improvement.Period;
import org.bedside.improvement.RollUp;
import org.bedside.improvement.Topic;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.bedside.ui.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the groups together for a reader. */
@Component
class ImproveViews {

  private static final int MOST_IN_A_COLUMN = 20;
  private static final int MOST_IN_THE_TABLE = 500;

  private final Improvements improvements;
  private final Locations locations;
  private final Clock clock;

  ImproveViews(Improvements improvements, Locations locations, Clock clock) {
    this.improvements = improvements;
    this.locations = locations;
    this.clock = clock;
  }

  /**
   * The page.
   *
   * @param table whether as a table instead of two columns
   */
  @Transactional(readOnly = true)
  public ImproveView view(
      @Nullable String wanted, @Nullable UUID place, boolean table, SignedIn who, Page page) {
    String name = Periods.known(wanted);
    LocalDate today = LocalDate.ofInstant(clock.instant(), who.zone());
    Period period = Periods.of(name, today, who);
    RollUp rollUp = improvements.rollUp(period, place);
    List<Group> loved = rollUp.of(Group.Side.LOVED);
    List<Group> mustChange = rollUp.of(Group.Side.MUST_CHANGE);
    List<Group> firsts =
        table ? List.of() : Stream.concat(first(loved), first(mustChange)).toList();
    Map<Topic, List<Quote>> quotes =
        improvements.quotes(firsts, period).stream().collect(Collectors.groupingBy(Quote::topic));
    Names names = new Names(page, locations);
    Teller teller = new Teller(names, period, quotes, page);
    String query = "?period=" + name + (place == null ? "" : "&location=" + place);
    return new ImproveView(
        page.text("improve.lede", page.day(period.first()), page.day(period.last())),
        tabs(query, table, page),
        table,
        table ? List.of() : first(loved).map(teller::tell).toList(),
        table ? List.of() : first(mustChange).map(teller::tell).toList(),
        Math.max(0, loved.size() - MOST_IN_A_COLUMN),
        Math.max(0, mustChange.size() - MOST_IN_A_COLUMN),
        table
            ? rollUp.groups().stream().limit(MOST_IN_THE_TABLE).map(teller::tell).toList()
            : List.of(),
        smaller(rollUp.smaller(), page),
        Periods.options(page),
        name,
        locations.all().stream().map(one -> new Option(one.id().toString(), one.name())).toList(),
        place == null ? "" : place.toString(),
        query);
  }

  /** The groups for a file, with the reader's words; what may not be shown is in none. */
  @Transactional(readOnly = true)
  public Table table(@Nullable String wanted, @Nullable UUID place, SignedIn who, Page page) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), who.zone());
    Period period = Periods.of(Periods.known(wanted), today, who);
    RollUp rollUp = improvements.rollUp(period, place);
    Teller teller = new Teller(new Names(page, locations), period, Map.of(), page);
    return new Table(
        rollUp.groups().stream().map(teller::tell).toList(), smaller(rollUp.smaller(), page));
  }

  /** All groups and what is not shown of them, in a sentence. */
  record Table(List<GroupView> groups, String smaller) {}

  private static Stream<Group> first(List<Group> groups) {
    return groups.stream().limit(MOST_IN_A_COLUMN);
  }

  private static List<Tab> tabs(String query, boolean table, Page page) {
    return List.of(
        new Tab(page.text("improve.columns"), "/improve" + query, !table),
        new Tab(page.text("improve.table"), "/improve" + query + "&view=table", table),
        new Tab(page.text("improve.tickets"), "/improve/tickets", false));
  }

  private static String smaller(RollUp.Smaller smaller, Page page) {
    if (smaller.groups() == 0) {
      return "";
    }
    return smaller.isTold()
        ? page.text("improve.smaller", smaller.mentions())
        : page.text("improve.smaller-few");
  }

  /** Tells one group. */
  private record Teller(Names names, Period period, Map<Topic, List<Quote>> quotes, Page page) {

    GroupView tell(Group group) {
      Topic topic = group.topic();
      return new GroupView(
          group,
          names.theme(topic.theme()),
          names.placeOfGroup(topic.location()),
          Names.clinician(topic),
          said(group.now()),
          change(group),
          quotes.getOrDefault(topic, List.of()),
          posts(topic),
          ticket(topic));
    }

    private String said(Counts counts) {
      String said =
          page.text(
              "improve.said",
              counts.mentions(),
              page.percent(counts.shareNegative()),
              page.percent(counts.sharePositive()));
      return counts.asking() == 0
          ? said
          : said + " " + page.text("improve.asking", counts.asking());
    }

    private String change(Group group) {
      Counts before = group.before();
      if (before == null) {
        return page.text("improve.before-few");
      }
      boolean loved = group.side() == Group.Side.LOVED;
      double was = loved ? before.sharePositive() : before.shareNegative();
      double is = loved ? group.now().sharePositive() : group.now().shareNegative();
      long points = Math.round(100 * is) - Math.round(100 * was);
      String side = loved ? "positive" : "negative";
      String way = points == 0 ? "same" : points > 0 ? "up" : "down";
      return page.text("improve.before", before.mentions())
          + " "
          + page.text("improve.change." + side + "-" + way, page.percent(was), Math.abs(points));
    }

    private String posts(Topic topic) {
      return "/inbox?state=all&order=newest&from="
          + period.first()
          + "&until="
          + period.last()
          + "&location="
          + (topic.location() == null ? "none" : topic.location())
          + (topic.theme().isEmpty() ? "" : "&theme=" + encoded(topic.theme()));
    }

    private static String ticket(Topic topic) {
      Clinician clinician = topic.clinician();
      return "/improve/tickets/new?theme="
          + encoded(topic.theme())
          + (topic.location() == null ? "" : "&location=" + topic.location())
          + (clinician == null ? "" : "&clinician=" + encoded(clinician.id()));
    }

    private static String encoded(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
