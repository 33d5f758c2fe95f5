package org.bedside.inbox.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Judgement;
import org.bedside.channels.Channel;
import org.bedside.channels.Network;
import org.bedside.channels.NetworkRules;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Replies;
import org.bedside.inbox.ReplyParts;
import org.bedside.inbox.ReplyPlaces;
import org.bedside.inbox.SentReplies;
import org.bedside.listening.Mention;
import org.bedside.understanding.SafeReplies;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Verdict;
import org.bedside.wordings.Ask;
import org.bedside.wordings.Contacts;
import org.bedside.wordings.Language;
import org.bedside.wordings.NetworkText;
import org.bedside.wordings.Occasion;
import org.bedside.wordings.Suggestion;
import org.bedside.wordings.Suggestions;
import org.bedside.wordings.Values;
import org.bedside.wordings.Variable;
import org.bedside.wordings.Wording;
import org.bedside.wordings.Wordings;
import org.springframework.stereotype.Component;

/** Gathers what helps to write a reply: wordings, suggestions, what the network takes. */
@Component
class Composer {

  private static final int LATELY = 8;

  private final Wordings wordings;
  private final Suggestions suggestions;
  private final Contacts contacts;
  private final Replies replies;
  private final ReplyParts parts;
  private final SentReplies sent;
  private final ReplyPlaces places;
  private final SafeReplies standard = SafeReplies.standard();

  Composer(
      Wordings wordings,
      Suggestions suggestions,
      Contacts contacts,
      Replies replies,
      ReplyParts parts,
      SentReplies sent,
      ReplyPlaces places) {
    this.wordings = wordings;
    this.suggestions = suggestions;
    this.contacts = contacts;
    this.replies = replies;
    this.parts = parts;
    this.sent = sent;
    this.places = places;
  }

  /** The words of a reply in both languages. */
  record Words(String text, String translation) {}

  /** The same words with all variables filled that have a value. */
  Words filled(CaseFile file, Words words) {
    Values values = values(file);
    Language language = language(file);
    return new Words(
        values.fill(words.text(), language).text(),
        values.fill(words.translation(), language.other()).text());
  }

  /** What is said of a reply while it is written; cheap enough for every pause in typing. */
  Composing checking(CaseFile file, Words words) {
    return composing(file, words, List.of(), List.of(), List.of());
  }

  /** All that the composer shows. */
  Composing offering(CaseFile file, Words words, List<ReplyParts.Attached> pictures) {
    List<Wording> approved = wordings.approved();
    return composing(file, words, suggested(file, approved), canned(file, approved), pictures);
  }

  /** The words with a wording put behind them; as they are where there is none of that key. */
  Words withWording(CaseFile file, Words words, String key) {
    return canned(file, wordings.approved()).stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .map(one -> joined(words, one.text(), one.other()))
        .orElse(words);
  }

  /** The words with a suggestion put behind them; as they are where there is none so far down. */
  Words withSuggestion(CaseFile file, Words words, int number) {
    List<Suggestion> all = suggested(file, wordings.approved());
    return number < 0 || number >= all.size()
        ? words
        : joined(words, all.get(number).text(), all.get(number).other());
  }

  /**
   * What a reply begins with before anybody has written anything: on Mastodon only those who are
   * mentioned are told that somebody answered them.
   */
  String beginning(CaseFile file) {
    String writer = lead(file).mention().author();
    boolean mastodon =
        sent.accounts(file.row().id()).stream().anyMatch(one -> one.network() == Network.MASTODON);
    return mastodon && writer != null && writer.startsWith("@") ? writer.strip() + " " : "";
  }

  /**
   * An approved wording as the reply to this case, with its variables filled.
   *
   * @return empty where there is none of that key, or it was made for other networks, other
   *     occasions or another language
   */
  Optional<String> reply(CaseFile file, String key) {
    Language language = language(file);
    return wordings.approved().stream()
        .filter(one -> one.id().toString().equals(key))
        .map(Wording::text)
        .filter(text -> text.fitsNetwork(network(file).id()) && text.answers(occasions(file)))
        .map(text -> text.words().in(language))
        .filter(words -> !words.isBlank())
        .map(words -> beginning(file) + values(file).fill(words, language).text())
        .findFirst();
  }

  /** As the account counts that it would go out through; else as the place of the post does. */
  private NetworkText network(CaseFile file) {
    return sent.accounts(file.row().id()).stream()
        .map(Channel::rules)
        .min(Comparator.comparingInt(NetworkRules::most))
        .map(NetworkText::of)
        .orElseGet(() -> places.of(lead(file).mention()));
  }

  private Composing composing(
      CaseFile file,
      Words words,
      List<Suggestion> suggested,
      List<Composing.Canned> canned,
      List<ReplyParts.Attached> pictures) {
    Words filled = filled(file, words);
    Values values = values(file);
    Language language = language(file);
    Set<Variable> unfilled = new LinkedHashSet<>(values.fill(words.text(), language).missing());
    unfilled.addAll(values.fill(words.translation(), language.other()).missing());
    return new Composing(
        network(file),
        language,
        language.tag().equals(tag(file)),
        filled.translation(),
        filled.translation().isBlank()
            ? null
            : replies.review(file.row().id(), filled.translation()),
        List.copyOf(unfilled),
        suggested,
        canned,
        pictures,
        pictures.stream()
            .filter(one -> blocks(replies.review(file.row().id(), one.alt())))
            .map(ReplyParts.Attached::id)
            .collect(Collectors.toSet()));
  }

  private static boolean blocks(Verdict verdict) {
    return verdict.decision() == Verdict.Decision.BLOCK;
  }

  private List<Suggestion> suggested(CaseFile file, List<Wording> approved) {
    if (approved.isEmpty()) {
      return List.of();
    }
    Mention mention = lead(file).mention();
    return suggestions.suggest(
        new Ask(
            mention.asPost(),
            occasions(file),
            lead(file).judgement().themes(),
            language(file),
            network(file),
            values(file),
            parts.lately(mention.source(), LATELY)),
        approved);
  }

  /** Those that answer this post first; the ones that ship where none is approved yet. */
  private List<Composing.Canned> canned(CaseFile file, List<Wording> approved) {
    Language language = language(file);
    if (approved.isEmpty()) {
      return shipped(file, language);
    }
    NetworkText network = network(file);
    Values values = values(file);
    List<Composing.Canned> canned = new ArrayList<>();
    approved.stream()
        .filter(one -> one.text().fitsNetwork(network.id()))
        .filter(one -> !one.text().words().in(language).isBlank())
        .sorted(Comparator.comparingInt(one -> fitness(one, file)))
        .forEach(
            one -> {
              Values.Filled text = values.fill(one.text().words().in(language), language);
              Values.Filled other =
                  values.fill(one.text().words().in(language.other()), language.other());
              canned.add(
                  new Composing.Canned(
                      one.id().toString(),
                      one.text().name(),
                      text.text(),
                      other.text(),
                      text.missing()));
            });
    return canned;
  }

  /** 0 where it answers a theme of the post, 1 where it answers what the post is, 2 else. */
  private static int fitness(Wording wording, CaseFile file) {
    Set<String> themes = wording.text().themes();
    Set<Occasion> occasions = wording.text().occasions();
    if (occasions(file).stream().noneMatch(occasions::contains)) {
      return 2;
    }
    return lead(file).judgement().themes().stream().anyMatch(themes::contains) ? 0 : 1;
  }

  private List<Composing.Canned> shipped(CaseFile file, Language language) {
    List<String> texts =
        standard.suggest(
            lead(file).judgement().sentiment(),
            SafeReplies.Topic.GENERAL,
            "",
            Locale.of(language.tag()));
    List<Composing.Canned> canned = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      canned.add(new Composing.Canned(Integer.toString(i), "", texts.get(i), "", List.of()));
    }
    return canned;
  }

  private Values values(CaseFile file) {
    return contacts.values(lead(file).mention().location());
  }

  private static Words joined(Words words, String text, String other) {
    return new Words(join(words.text(), text), join(words.translation(), other));
  }

  private static String join(String before, String behind) {
    return before.isBlank() ? behind : behind.isBlank() ? before : before.strip() + " " + behind;
  }

  private static Set<Occasion> occasions(CaseFile file) {
    Assessed lead = lead(file);
    Judgement judgement = lead.judgement();
    return Occasion.of(
        judgement.sentiment(),
        new Urgency(judgement.urgency(), lead.assessment().urgency().kinds()),
        lead.mention().text().contains("?"));
  }

  private static Language language(CaseFile file) {
    return Language.of(tag(file));
  }

  private static String tag(CaseFile file) {
    return lead(file).assessment().language();
  }

  private static Assessed lead(CaseFile file) {
    return file.mentions().getFirst();
  }
}
