package org.bedside.inbox.web;

import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Replies;
import org.bedside.inbox.ReplyParts;
import org.bedside.inbox.SentReplies;
import org.bedside.inbox.web.Composer.Words;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what the composer's form asks for. Whatever comes of it, the words are kept. */
@Component
class ReplyDesk {

  private final Composer composer;
  private final Replies replies;
  private final SentReplies sent;
  private final ReplyParts parts;
  private final CaseMores mores;

  ReplyDesk(
      Composer composer, Replies replies, SentReplies sent, ReplyParts parts, CaseMores mores) {
    this.composer = composer;
    this.replies = replies;
    this.sent = sent;
    this.parts = parts;
    this.mores = mores;
  }

  /** What came of it. */
  sealed interface Answer {}

  /** There is more to write, with these words. */
  record Writing(Words words) implements Answer {}

  /** Something stands in its way. */
  record Stays(Words words, Problem problem) implements Answer {}

  /** The case has changed since the writer saw that version. */
  record Overtaken(Words words, int seen) implements Answer {}

  /** The draft is kept. */
  record Kept() implements Answer {}

  /**
   * It is done.
   *
   * @param message key of what to say
   */
  record Done(String message) implements Answer {}

  Answer answer(CaseFile file, ComposerForm form, SignedIn who) {
    long id = file.row().id();
    Words words = composer.filled(file, form.words());
    return switch (form.wish()) {
      case ComposerForm.Start(String wording) ->
          new Writing(composer.withWording(file, words, wording));
      case ComposerForm.Suggested(int number) ->
          new Writing(composer.withSuggestion(file, words, number));
      case ComposerForm.Instead(int finding) ->
          new Writing(new Words(replaced(id, words.text(), finding), words.translation()));
      case ComposerForm.Keep() -> {
        if (words.text().isBlank()) {
          yield empty(words);
        }
        keep(id, words, who);
        yield new Kept();
      }
      case ComposerForm.Leave leave -> leave(file, words, leave, form, who);
    };
  }

  private Answer leave(
      CaseFile file, Words words, ComposerForm.Leave leave, ComposerForm form, SignedIn who) {
    long id = file.row().id();
    Integer seen = form.seen();
    if (words.text().isBlank()) {
      return empty(words);
    }
    if (seen != null && mores.changed(id, seen, who)) {
      return new Overtaken(words, seen);
    }
    String flaw = flaw(composer.checking(file, words), leave.overrides());
    keep(id, words, who);
    if (flaw != null) {
      return new Stays(words, Problem.of(flaw));
    }
    String reason = leave.overrides() ? form.reason() : null;
    return switch (leave) {
      case ComposerForm.Change(long reply) -> change(id, reply, words, reason, who);
      case ComposerForm.Send send ->
          answer(
              sent.send(id, words.text(), send.channel(), reason, who),
              words,
              "reply.asked",
              "reply.leaving");
      case ComposerForm.Posted _ ->
          switch (replies.markPosted(id, words.text(), reason, who)) {
            case ReplyPolicy.Decision.Allowed _ -> new Done("reply.recorded");
            case ReplyPolicy.Decision.Rejected no -> new Stays(words, Problem.of(no.code()));
          };
    };
  }

  private Answer change(long id, long reply, Words words, @Nullable String reason, SignedIn who) {
    Answer answer =
        answer(
            sent.change(reply, words.text().strip(), reason, who),
            words,
            "reply.change.asked",
            "reply.being-changed");
    if (answer instanceof Done) {
      replies.dropDraft(id, who);
    }
    return answer;
  }

  private static Answer answer(
      SentReplies.Result result, Words words, String asked, String leaving) {
    return switch (result) {
      case SentReplies.Result.Rejected(Verdict _, String code) ->
          new Stays(words, Problem.of(code));
      case SentReplies.Result.Unfit(String code, String detail) ->
          new Stays(words, new Problem(code, detail));
      case SentReplies.Result.Asked _ -> new Done(asked);
      case SentReplies.Result.Leaving _ -> new Done(leaving);
    };
  }

  private static Answer empty(Words words) {
    return new Stays(words, Problem.of("reply.empty"));
  }

  /** What keeps it from leaving whatever the guard says of its words, or null. */
  private static @Nullable String flaw(Composing checked, boolean override) {
    if (!checked.unfilled().isEmpty()) {
      return "reply.unfilled";
    }
    return checked.translationBlocked() && !override ? "reply.translation-blocked" : null;
  }

  private void keep(long id, Words words, SignedIn who) {
    replies.keepDraft(id, words.text(), who);
    parts.translate(id, words.translation(), who);
  }

  private String replaced(long id, String text, int index) {
    Verdict verdict = replies.review(id, text);
    if (index < 0 || index >= verdict.findings().size()) {
      return text;
    }
    Verdict.Finding finding = verdict.findings().get(index);
    return text.substring(0, finding.span().start())
        + finding.instead()
        + text.substring(finding.span().end());
  }
}
