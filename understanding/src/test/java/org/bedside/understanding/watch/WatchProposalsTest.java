package org.bedside.understanding.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.bedside.understanding.OrganizationNames;
import org.bedside.understanding.Post;
import org.bedside.understanding.ProposedWatch;
import org.bedside.understanding.ProposedWatch.Ambiguity;
import org.bedside.understanding.WatchProposals;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.api.Test;

class WatchProposalsTest {

  private final WatchProposals proposals =
      new WatchProposals(
          List.of(
              "Larkspur Medical Center",
              "Mercy Hospital Foxglove",
              "Mercy Clinic Elmton",
              "Tansy Regional Hospital",
              "Tansy Regional Hospital"));

  @Test
  void aNameOfItsOwnIsWatchedAsItStands() throws WatchSyntaxException {
    ProposedWatch watch = ofName("Larkspur Medical Center", "Elmton");
    assertThat(watch.ambiguity()).isNull();
    assertThat(watch.query()).isEqualTo(watch.plain());
    assertThat(finds(watch, "waited at Larkspur medical center")).isTrue();
  }

  @Test
  void aNameThatSeveralBearIsWatchedWithAPlace() throws WatchSyntaxException {
    ProposedWatch mercy = ofName("Mercy", "Elmton");
    assertThat(mercy.ambiguity()).isEqualTo(Ambiguity.SHARED);
    assertThat(finds(mercy, "have mercy on us")).isFalse();
    assertThat(finds(mercy, "the Mercy in Elmton")).isTrue();
    assertThat(WatchQuery.parse(mercy.plain()).matches(Post.of("p", "have mercy"))).isTrue();
    assertThat(ofName("Tansy Regional Hospital", "Elmton").ambiguity()).isEqualTo(Ambiguity.SHARED);
  }

  @Test
  void namesThatManyHospitalsBearAreSharedWhateverTheHouseIsCalled() throws WatchSyntaxException {
    WatchProposals alone = new WatchProposals();
    for (String name :
        List.of(
            "Mercy",
            "Mercy Hospital",
            "St. Mary's",
            "St Mary’s Medical Center",
            "Saint Joseph Regional Health System",
            "General Hospital",
            "Memorial",
            "University Hospital",
            "Good Samaritan Hospital",
            "Sacred Heart",
            "Our Lady of Lourdes",
            "Royal Infirmary",
            "Queen Elizabeth Hospital",
            "Hospital General",
            "Hospital San José",
            "Clínica Santa María",
            "Hospital Universitario Virgen del Carmen",
            "Nuestra Señora del Rosario",
            "Cruz Roja",
            "MERCY  hospital")) {
      ProposedWatch watch = ofName(alone, name, "Elmton");
      assertThat(watch.ambiguity()).as(name).isEqualTo(Ambiguity.SHARED);
      assertThat(finds(watch, "at " + name + " in Elmton")).as(name).isTrue();
      assertThat(finds(watch, "at " + name + " in Foxglove")).as(name).isFalse();
    }
  }

  @Test
  void aNameWithAWordOfItsOwnIsNotShared() {
    WatchProposals alone = new WatchProposals();
    for (String name :
        List.of(
            "Mercy Hospital Foxglove",
            "Larkspur General Hospital",
            "St. Tansy's",
            "Tansy Memorial",
            "Hospital General de Elmton",
            "Virgen de Larkspur",
            "Quillon Clinic")) {
      assertThat(ofName(alone, name, "Elmton").ambiguity()).as(name).isNull();
    }
  }

  @Test
  void everydayWordsAndAFewLettersAreWatchedWithAWordOfCareWhereNoPlaceIsKnown()
      throws WatchSyntaxException {
    ProposedWatch hope = ofName("Hope");
    assertThat(hope.ambiguity()).isEqualTo(Ambiguity.COMMON_WORDS);
    assertThat(finds(hope, "I hope it rains")).isFalse();
    assertThat(finds(hope, "the nurse at Hope")).isTrue();
    ProposedWatch acronym = ofName("LMC");
    assertThat(acronym.ambiguity()).isEqualTo(Ambiguity.SHORT);
    assertThat(finds(acronym, "cita en LMC")).isTrue();
  }

  @Test
  void aNameKeepsItsApostropheAndIsFoundHoweverItIsWritten() throws WatchSyntaxException {
    ProposedWatch watch = ofName("Larkspur Women’s and Children's");

    assertThat(watch.query()).isEqualTo("\"larkspur women’s and children's\"");
    assertThat(finds(watch, "at LARKSPUR Women's and Children’s today")).isTrue();
    assertThat(ofName("Larkspur \"A\" (North)").query()).isEqualTo("\"larkspur a north\"");
  }

  @Test
  void aNameThatHasAWatchedNameInsideIsFoundByThatOne() {
    List<ProposedWatch> proposed =
        propose(
            List.of(
                "Larkspur Main Hospital",
                "Larkspur Main",
                "Larkspur Mainland",
                "Mercy Larkspur Main",
                "Mercy"),
            List.of(),
            List.of());

    assertThat(proposed)
        .extracting(ProposedWatch::within)
        .containsExactly("Larkspur Main", null, null, "Larkspur Main", null);
  }

  @Test
  void aSaintIsFoundInEitherSpelling() throws WatchSyntaxException {
    ProposedWatch watch = ofName("St. Tansy's", "Elmton");
    assertThat(finds(watch, "Saint Tansy's")).isTrue();
    assertThat(finds(watch, "at St Tansy’s")).isTrue();
  }

  @Test
  void aClinicianIsFoundWithoutTitlesAndWithAMiddleName() throws WatchSyntaxException {
    ProposedWatch watch =
        propose(List.of(), List.of("Dra. Inés Quillón, MD"), List.of()).getFirst();
    assertThat(watch.ambiguity()).isNull();
    assertThat(finds(watch, "gracias a ines maria quillon")).isTrue();
    assertThat(finds(watch, "Quillón, Inés")).isFalse();
    ProposedWatch half = propose(List.of(), List.of("Dr. Quillón"), List.of()).getFirst();
    assertThat(half.ambiguity()).isEqualTo(Ambiguity.HALF_A_NAME);
  }

  @Test
  void accountsAndAddressesBecomeHandlesAndDomains() {
    assertThat(
            propose(
                List.of(),
                List.of(),
                List.of(
                    "@Larkspur",
                    "larkspur_er",
                    "https://social.example/larkspur?x=1",
                    "https://www.larkspur.example/",
                    "larkspur.example",
                    "@care@social.example",
                    "two words",
                    "@")))
        .extracting(ProposedWatch::query)
        .containsExactly("@larkspur", "@larkspur_er", "larkspur.example", "@care@social.example");
  }

  @Test
  void whateverIsEnteredEveryQueryCanBeRead() {
    List<String> hostile =
        List.of(
            "",
            " ",
            "\"",
            "*",
            "AND",
            "NOT",
            "NEAR/3",
            "raw:",
            "a\" OR \"b",
            "(",
            "-x",
            "~2",
            "\uD800",
            "京",
            "😀",
            "x".repeat(100_000),
            "author:ann",
            "St.",
            "MD",
            "\u0301",
            "#",
            "@@",
            "a@b@c.d",
            "..",
            "http://",
            "http://x",
            "www.",
            "@a*b",
            "@ann",
            "author.example");
    List<ProposedWatch> watches = propose(hostile, hostile, hostile);
    assertThat(watches).extracting(ProposedWatch::query).contains("author.example", "@ann");
    for (ProposedWatch watch : watches) {
      assertThatCode(() -> WatchQuery.parse(watch.query()))
          .as(watch.query())
          .doesNotThrowAnyException();
      assertThatCode(() -> WatchQuery.parse(watch.plain()))
          .as(watch.plain())
          .doesNotThrowAnyException();
    }
    assertThat(proposals.propose(new OrganizationNames(hostile, hostile, hostile, hostile)))
        .allSatisfy(watch -> WatchQuery.parse(watch.query()));
  }

  private List<ProposedWatch> propose(
      List<String> names, List<String> clinicians, List<String> handles) {
    return proposals.propose(new OrganizationNames(names, List.of(), clinicians, handles));
  }

  private ProposedWatch ofName(String name, String... places) {
    return ofName(proposals, name, places);
  }

  private static ProposedWatch ofName(WatchProposals proposals, String name, String... places) {
    return proposals
        .propose(new OrganizationNames(List.of(name), List.of(places), List.of(), List.of()))
        .getFirst();
  }

  private static boolean finds(ProposedWatch watch, String text) throws WatchSyntaxException {
    return WatchQuery.parse(watch.query()).matches(Post.of("p", text));
  }
}
