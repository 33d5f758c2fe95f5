package org.bedside.inbox.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.identity.Member;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.ReplyParts;
import org.bedside.listening.Mention;
import org.bedside.understanding.Post;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.StoryPrint;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * The right half of the inbox: a case.
 *
 * @param mentions the leading one first
 * @param themes names of own themes and all labels of the framework, to correct with
 * @param reply the composer, where one is being written
 * @param parts what belongs to the replies beside their words, by their ids
 * @param query the list's filter, kept by links
 * @param more its clock, why its mentions are together, what changed meanwhile
 */
public record CaseView(
    CaseFile file,
    List<MentionView> mentions,
    String sourceName,
    String locationName,
    List<String> watchNames,
    List<Member> members,
    String assigneeName,
    List<String> themes,
    @Nullable ReplyView reply,
    Map<Long, ReplyParts.Parts> parts,
    String query,
    boolean mine,
    CaseMore more) {

  public long id() {
    return file.row().id();
  }

  /**
   * The reply that the post has already where its network shows one only; null where a further one
   * takes the place of none.
   */
  public @Nullable SentReplyView onlyReply() {
    if (reply == null || !reply.with().network().oneReply()) {
      return null;
    }
    long post = lead().assessed().mention().id();
    return more.replies().stream()
        .filter(one -> one.reply().mention() == post && one.isStanding())
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** What belongs to a reply beside its words. */
  public ReplyParts.Parts parts(long reply) {
    return parts.getOrDefault(reply, ReplyParts.Parts.NONE);
  }

  public MentionView lead() {
    return mentions.getFirst();
  }

  /** The same beside a list with that filter. */
  CaseView beside(String list) {
    return new CaseView(
        file,
        mentions,
        sourceName,
        locationName,
        watchNames,
        members,
        assigneeName,
        themes,
        reply,
        parts,
        list,
        mine,
        more);
  }

  /** The same, telling what changed since somebody saw that version. */
  CaseView since(int version) {
    return with(more.since(version, file));
  }

  /** The same, with other words for a reply that were not taken. */
  CaseView with(Rewording attempt) {
    return with(more.with(attempt));
  }

  private CaseView with(CaseMore other) {
    return new CaseView(
        file,
        mentions,
        sourceName,
        locationName,
        watchNames,
        members,
        assigneeName,
        themes,
        reply,
        parts,
        query,
        mine,
        other);
  }

  /** The address of one of the case's own resources, which leads back beside the same list. */
  public String at(String resource) {
    return "/inbox/"
        + id()
        + "/"
        + resource
        + (query.isEmpty() ? "" : "?list=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  /** The address of the case itself with the list's filter. */
  public String self() {
    return "/inbox/" + id() + (query.isEmpty() ? "" : "?" + query);
  }

  /** Where the post can be read, if its address is one that may be opened. */
  public @Nullable String original() {
    String url = lead().assessed().mention().url();
    return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
  }

  /** The other sources that the case's mentions came through, each once. */
  public List<String> otherSources() {
    UUID own = lead().assessed().mention().source();
    return mentions.stream()
        .map(one -> one.assessed().mention())
        .filter(mention -> !mention.source().equals(own))
        .map(Mention::sourceName)
        .distinct()
        .toList();
  }

  /** Whether a mention only says word for word what the leading one says. */
  public boolean repeats(MentionView mention) {
    return mention.assessed().mention().id() != lead().assessed().mention().id()
        && StoryPrint.of(post(mention))
            .sameStory(StoryPrint.of(post(lead())))
            .filter(kind -> kind == StoryPrint.Kind.EXACT)
            .isPresent();
  }

  private static Post post(MentionView view) {
    return Post.of("", view.assessed().mention().text());
  }

  public SentimentLabel[] sentiments() {
    return SentimentLabel.values();
  }

  public Urgency.Level[] levels() {
    return Urgency.Level.values();
  }
}
