package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bedside.inbox.CaseActions.Chosen;
import org.bedside.understanding.Verdict;
import org.bedside.wordings.Contacts;
import org.bedside.wordings.Occasion;
import org.bedside.wordings.Pair;
import org.bedside.wordings.Tone;
import org.bedside.wordings.Variable;
import org.bedside.wordings.WordingText;
import org.bedside.wordings.Wordings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Macros that begin a reply with an approved wording. */
class WordingRepliesTest extends RepliesThatGoOut {

  @Autowired private CannedReplies canned;
  @Autowired private CaseActions actions;
  @Autowired private Wordings wordings;
  @Autowired private Contacts contacts;

  @Test
  void aMacroDraftsAnApprovedWordingFilledAndReadByTheGuard() {
    inOrganization(
        org, () -> contacts.keep(null, Map.of(Variable.PHONE, new Pair("555-0142", "")), me));
    UUID id = wording("Please call us at {phone}.", Set.of(), Set.of());
    assertThat(inOrganization(org, canned::all)).as("nobody approved it yet").isEmpty();
    run(id);
    assertThat(file().replies()).isEmpty();

    approve(id);
    run(id);
    assertThat(reply().state()).isEqualTo(Reply.State.DRAFT);
    assertThat(reply().text()).isEqualTo("@wren@far.example Please call us at 555-0142.");
    assertThat(reply().verdict()).isNotEqualTo(Verdict.Decision.BLOCK);
  }

  @Test
  void theGuardsVerdictIsKeptWithTheDraft() {
    UUID id = wording(DISCLOSING, Set.of(), Set.of());
    approve(id);
    run(id);
    assertThat(reply().verdict()).isEqualTo(Verdict.Decision.BLOCK);
  }

  @Test
  void whatWasMadeForOtherPostsOrPlacesIsNotDrafted() {
    UUID praise = wording(SAFE, Set.of(Occasion.PRAISE), Set.of());
    UUID google = wording(SAFE, Set.of(), Set.of("google"));
    approve(praise);
    approve(google);
    run(praise);
    run(google);
    assertThat(inOrganization(org, () -> canned.text("gone", caseId, me)).isEmpty()).isTrue();
    assertThat(file().replies()).isEmpty();
  }

  @Test
  void whoMayDieIsOfferedNoWordingThatAnswersAnything() {
    caseId = receive("888", "I want to kill myself tonight. Nobody listened.", "@ivy@far.example");
    UUID general = wording(SAFE, Set.of(), Set.of());
    UUID meant = wording(OTHER, Set.of(Occasion.SELF_HARM), Set.of());
    approve(general);
    approve(meant);

    run(general);
    assertThat(file().replies()).isEmpty();

    run(meant);
    assertThat(reply().text()).contains(OTHER);
  }

  private UUID wording(String words, Set<Occasion> occasions, Set<String> networks) {
    return inOrganization(
        org,
        () ->
            wordings.add(
                new WordingText(
                    "One of " + words.hashCode() + networks + occasions,
                    Tone.INFORMATION,
                    true,
                    new Pair(words, ""),
                    Set.of(),
                    occasions,
                    networks),
                me));
  }

  private void approve(UUID id) {
    across
        .jdbc()
        .sql("update wording set approved_by = 'x', approved_at = now() where id = ?")
        .param(id)
        .update();
  }

  private void run(UUID id) {
    var chosen = List.of(new Chosen(caseId, file().row().version()));
    List<Step> steps = List.of(new Step.DraftReply(id.toString()));
    inOrganization(org, () -> actions.apply(chosen, steps, "", me));
  }
}
