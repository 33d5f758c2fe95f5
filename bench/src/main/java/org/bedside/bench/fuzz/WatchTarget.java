package org.bedside.bench.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bedside.understanding.OrganizationNames;
import org.bedside.understanding.ProposedWatch;
import org.bedside.understanding.Span;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchProposals;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSet;
import org.bedside.understanding.WatchSyntaxException;

/** Watches held against a post, a query that may be anything, and names that may be anything. */
final class WatchTarget implements Target {

  private static final List<String> QUERIES =
      List.of(
          "nurse",
          "clin* OR hosp*",
          "(nurse OR doctor) NEAR/5 rude",
          "\"waited four hours\"~3",
          "\"willow creek\" NOT garden",
          "rating:<=2",
          "lang:es",
          "#ward OR @willowcreek OR site:example.org",
          "raw:\"A&E\"",
          "author:ann OR source:feed OR country:us OR url:review",
          "a NEAR/3f b",
          "aa* NOT b");

  /** What a query is held against besides its own post. */
  private static final String POST = "The nurse at willow creek was rude, #ward @ann 24 hours A&E";

  private final WatchSet set;
  private final List<WatchQuery> queries = new ArrayList<>();
  private final WatchProposals proposals = new WatchProposals();

  private record Answer(
      List<String> matched, List<List<Span>> marked, String query, List<String> proposed) {}

  WatchTarget() {
    var watches = new ArrayList<Watch>();
    for (String query : QUERIES) {
      watches.add(new Watch(query, query));
      queries.add(parsed(query));
    }
    set = WatchSet.compile(watches);
  }

  private static WatchQuery parsed(String query) {
    try {
      return WatchQuery.parse(query);
    } catch (WatchSyntaxException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public String name() {
    return "match";
  }

  @Override
  public Object answer(Case input) {
    var marked = queries.stream().map(query -> query.highlight(input.post())).toList();
    String name = input.author() == null ? input.text() : input.author();
    var proposed =
        proposals
            .propose(new OrganizationNames(List.of(name), List.of(), List.of(name), List.of(name)))
            .stream()
            .map(ProposedWatch::query)
            .toList();
    return new Answer(set.match(input.post()), marked, asQuery(input), proposed);
  }

  /** Reads the reply as a query. */
  private static String asQuery(Case input) {
    try {
      WatchQuery query = WatchQuery.parse(input.reply());
      return "matches " + query.matches(input.post()) + query.matches(Case.of(POST).post());
    } catch (WatchSyntaxException e) {
      Must.hold(
          e.column() >= 0 && e.column() <= input.reply().length(),
          "the error stands beyond the query");
      return e.code();
    }
  }

  @Override
  public void check(Case input, Object answer, Set<String> seen) {
    var found = (Answer) answer;
    seen.add("query " + found.query());
    for (int i = 0; i < queries.size(); i++) {
      WatchQuery query = queries.get(i);
      boolean matched = found.matched().contains(query.query());
      Must.hold(query.matches(input.post()) == matched, "one watch alone and among others differ");
      int last = 0;
      for (Span span : found.marked().get(i)) {
        Must.liesIn(span, input.text(), "a word that matched");
        Must.hold(span.start() >= last, "words that matched overlap or are out of order");
        last = span.end();
      }
      Must.hold(matched || found.marked().get(i).isEmpty(), "words marked without a match");
      if (matched) {
        seen.add("watch " + query.query());
      }
    }
    for (String query : found.proposed()) {
      try {
        WatchQuery.parse(query);
        seen.add("proposal");
      } catch (WatchSyntaxException e) {
        throw new Violation("a proposed watch can't be read: " + e.code());
      }
    }
  }

  @Override
  public int size(Case input) {
    return input.length();
  }
}
