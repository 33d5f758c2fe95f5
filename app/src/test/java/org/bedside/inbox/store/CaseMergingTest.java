package org.bedside.inbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.handover.Handovers;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseActions;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.bedside.inbox.HandPriority;
import org.bedside.inbox.Joins.Why;
import org.bedside.inbox.Label;
import org.bedside.inbox.Labels;
import org.bedside.inbox.Notes;
import org.bedside.inbox.Replies;
import org.bedside.inbox.Step;
import org.bedside.inbox.Team;
import org.bedside.inbox.Teams;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever merges, and why: nothing that a person said of a case is lost with it. */
class CaseMergingTest extends BedsideTest {

  private static final String RUDE = "The nurse at the desk was rude and cold.";
  private static final String PARKING =
      "Parking at Larkspur was full again, we walked in the rain.";
  private static final String SAFE =
      "Thank you for taking the time to write. Please call our patient relations office at"
          + " 555-0142.";

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Cases cases;
  @Autowired private CaseActions actions;
  @Autowired private CaseMerging merging;
  @Autowired private Labels labels;
  @Autowired private Teams teams;
  @Autowired private Notes notes;
  @Autowired private Replies replies;
  @Autowired private Handovers handovers;

  private Org org;
  private SignedIn by;
  private long other;
  private long into;

  @ParameterizedTest
  @EnumSource(Why.class)
  void whatPeopleSaidOfACaseGoesAlongWhoeverMergesIt(Why why) {
    Person ann = member(org, Role.COMMUNICATIONS);
    Team team = inOrganization(org, () -> teams.add("Billing", Set.of(), by));
    Label invoice = inOrganization(org, () -> labels.add("Invoice", Label.Tint.AMBER, by));
    Label parking = inOrganization(org, () -> labels.add("Parking", Label.Tint.AMBER, by));
    UUID watch = UUID.randomUUID();
    step(into, new Step.PutLabel(parking.id()));
    step(other, new Step.PutLabel(invoice.id()));
    step(other, new Step.Assign(ann.membership()));
    step(other, new Step.GiveToTeam(team.id()));
    step(other, new Step.Prioritize(HandPriority.ACT_NOW, "The press calls"));
    inOrganization(org, () -> notes.add(other, "Please look.", List.of(ann.membership()), by));
    inOrganization(org, () -> replies.keepDraft(other, SAFE, by));
    set(other, "watches = array['" + watch + "'::uuid], due_from = now() - interval '3 hours'");
    UUID watched = UUID.randomUUID();
    set(into, "watches = array['" + watched + "'::uuid]");

    merge(why);

    CaseFile file = file(into);
    assertThat(file.mentions()).hasSize(2);
    assertThat(file.row().mentions()).isEqualTo(2);
    assertThat(file.row().marks().labels()).containsExactlyInAnyOrder(invoice.id(), parking.id());
    assertThat(file.row().assignee()).isEqualTo(ann.membership());
    assertThat(file.row().marks().team()).isEqualTo(team.id());
    assertThat(file.row().marks().byHand()).isNotNull();
    assertThat(file.row().priority().score()).isEqualTo(HandPriority.ACT_NOW.score());
    assertThat(file.events())
        .extracting(CaseEvent::kind)
        .contains(CaseEvent.Kind.NOTE, CaseEvent.Kind.ASSIGNED, CaseEvent.Kind.PRIORITY_SET);
    assertThat(file.replies()).singleElement().extracting(reply -> reply.text()).isEqualTo(SAFE);
    assertThat(asked(ann)).containsExactly(into);
    assertThat(one(into, "watches @> array['" + watch + "'::uuid]")).as("its watch").isTrue();
    assertThat(one(into, "watches @> array['" + watched + "'::uuid]")).as("the own").isTrue();
    assertThat(one(into, "due_from < now() - interval '2 hours'")).as("its clock").isTrue();
    assertThat(file(other).row().id()).as("its address").isEqualTo(into);
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void whatWasSaidOfTheCaseJoinedIntoCountsMore(Why why) {
    Person ann = member(org, Role.COMMUNICATIONS);
    Person bo = member(org, Role.COMMUNICATIONS);
    Team nursing = inOrganization(org, () -> teams.add("Nursing", Set.of(), by));
    Team billing = inOrganization(org, () -> teams.add("Billing", Set.of(), by));
    step(into, new Step.Assign(ann.membership()));
    step(other, new Step.Assign(bo.membership()));
    step(into, new Step.GiveToTeam(nursing.id()));
    step(other, new Step.GiveToTeam(billing.id()));
    step(into, new Step.Prioritize(HandPriority.ACT_NOW, "Urgent"));
    step(other, new Step.Prioritize(HandPriority.GOOD_TO_KNOW, "Not urgent"));
    inOrganization(org, () -> replies.keepDraft(other, "Other. " + SAFE, by));
    inOrganization(org, () -> replies.keepDraft(into, SAFE, by));

    merge(why);

    CaseFile file = file(into);
    assertThat(file.row().assignee()).isEqualTo(ann.membership());
    assertThat(file.row().marks().team()).isEqualTo(nursing.id());
    assertThat(file.row().priority().score()).isEqualTo(HandPriority.ACT_NOW.score());
    assertThat(file.replies()).singleElement().extracting(reply -> reply.text()).isEqualTo(SAFE);
  }

  @Test
  void thePrivateConversationOfACaseIsShownWhereThatHasGone() {
    inOrganization(org, () -> handovers.invite("case", Long.toString(other), "en", by));
    UUID conversation =
        inOrganization(
            org, () -> handovers.ofSubject("case", Long.toString(other)).getFirst().id());

    merge(Why.PERSON);

    assertThat(signIn(org, Role.PRIVACY_OFFICER).get("/inbox/" + into).body())
        .contains("/private/" + conversation);
  }

  @Test
  void whatHadBeenMergedBeforeIsStillFoundUnderItsOldAddress() {
    long third = receive("third", "The food was cold and the tea was colder.");
    inOrganization(
        org, () -> merging.merge(List.of(new CaseMerging.Move(third, other, Why.ANSWERS, null))));

    merge(Why.AUTHOR);

    assertThat(file(third).row().id()).isEqualTo(into);
    assertThat(file(into).mentions()).hasSize(3);
    assertThat(one(third, "merged_into = " + into)).isTrue();
  }

  @BeforeEach
  void twoCases() {
    org = found("Larkspur Health");
    Person somebody = member(org, Role.COMMUNICATIONS);
    SignedIn bare = somebody(org, Permission.values());
    by =
        new SignedIn(
            somebody.membership(),
            false,
            somebody.name(),
            bare.organization(),
            bare.organizationName(),
            bare.zone(),
            bare.permissions());
    into = receive("into", PARKING);
    other = receive("other", RUDE);
  }

  private long receive(String id, String text) {
    UUID source = inOrganization(org, () -> sources.named("Posts", Source.Kind.API, by).id());
    inOrganization(org, () -> intake.receive(source, List.of(RawPost.of(id, text))));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
    return inOrganization(
        org, () -> cases.ofMention(mentions.latest(1).getFirst().id()).orElseThrow());
  }

  private void step(long id, Step step) {
    CaseActions.Chosen chosen = new CaseActions.Chosen(id, file(id).row().version());
    assertThat(
            inOrganization(org, () -> actions.apply(List.of(chosen), List.of(step), "", by))
                .changed())
        .isEqualTo(1);
  }

  private void merge(Why why) {
    int version = file(other).row().version();
    inOrganization(
        org,
        () -> {
          switch (why) {
            case PERSON -> cases.merge(other, version, into, by);
            case STORY -> merging.merge(List.of(new CaseMerging.Move(other, into, why, 1L)));
            case AUTHOR, ANSWERS ->
                merging.merge(List.of(new CaseMerging.Move(other, into, why, null)));
          }
        });
  }

  private CaseFile file(long id) {
    return inOrganization(org, () -> cases.find(id, by).orElseThrow());
  }

  private List<Long> asked(Person person) {
    SignedIn who =
        new SignedIn(
            person.membership(),
            false,
            person.name(),
            by.organization(),
            by.organizationName(),
            by.zone(),
            by.permissions());
    return inOrganization(
        org, () -> notes.askedOf(who, 10).stream().map(Notes.Asked::caseId).toList());
  }

  private void set(long id, String what) {
    across.jdbc().sql("update inbox_case set " + what + " where id = ?").param(id).update();
  }

  private boolean one(long id, String what) {
    return across
        .jdbc()
        .sql("select " + what + " from inbox_case where id = ?")
        .param(id)
        .query(Boolean.class)
        .single();
  }
}
