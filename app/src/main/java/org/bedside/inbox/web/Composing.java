package org.bedside.inbox.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.inbox.ReplyParts;
import org.bedside.understanding.Verdict;
import org.bedside.wordings.Language;
import org.bedside.wordings.NetworkText;
import org.bedside.wordings.Suggestion;
import org.bedside.wordings.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What helps to write a reply.
 *
 * @param network what the place of the reply takes
 * @param language that the post is answered in
 * @param languageKnown whether that is the post's own language
 * @param translation the reply in the other language; may be empty
 * @param translated what the guard says of it; absent while there is none
 * @param unfilled variables of both that have no value
 * @param pictures of the draft
 * @param disclosing those of them whose description the guard blocks
 */
public record Composing(
    NetworkText network,
    Language language,
    boolean languageKnown,
    String translation,
    @Nullable Verdict translated,
    List<Variable> unfilled,
    List<Suggestion> suggestions,
    List<Canned> canned,
    List<ReplyParts.Attached> pictures,
    Set<UUID> disclosing) {

  public Composing {
    unfilled = List.copyOf(unfilled);
    suggestions = List.copyOf(suggestions);
    canned = List.copyOf(canned);
    pictures = List.copyOf(pictures);
    disclosing = Set.copyOf(disclosing);
  }

  /**
   * A wording to put into the reply, its variables filled as far as they have values.
   *
   * @param key what the form sends
   * @param name empty where it has none
   * @param other the same in the other language; may be empty
   */
  public record Canned(
      String key, String name, String text, String other, List<Variable> missing) {}

  public boolean translationBlocked() {
    return translated != null && translated.decision() == Verdict.Decision.BLOCK;
  }
}
