package org.bedside.understanding.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bedside.understanding.About;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.DirectoryEntry.Kind;
import org.junit.jupiter.api.Test;

class GazetteerTest {

  private static DirectoryEntry place(String id, String where, String... names) {
    return new DirectoryEntry(id, Kind.LOCATION, List.of(names), where);
  }

  private static DirectoryEntry person(String id, String... names) {
    return new DirectoryEntry(id, Kind.PROVIDER, List.of(names), "");
  }

  private final Gazetteer gazetteer =
      Gazetteer.of(
          List.of(
              place(
                  "riverbend", "Tulsa", "Riverbend General Hospital", "Riverbend", "@RiverbendGH"),
              place("mercy", "Ardmore", "Mercy"),
              place("st-n", "Northfield", "St. Bríd's Clinic"),
              place("st-s", "Southgate", "St. Bríd's Clinic"),
              person("long", "Amelia Long, MD"),
              person("okonkwo", "Dr. Ngozi Okonkwo-Reyes")));

  private List<String> ids(String text) {
    return gazetteer.find(text).stream().map(About::id).toList();
  }

  @Test
  void findsNamesHandlesAndTitlesAndMarksTheirWords() {
    String text = "Saw Dr Long at Riverbend General Hospital, thanks @riverbendgh";
    assertThat(ids(text)).containsExactly("long", "riverbend", "riverbend");
    assertThat(gazetteer.find(text).getFirst().span().of(text)).isEqualTo("Dr Long");
  }

  @Test
  void foldsHyphensAndDiacriticsAndMendsLightMisspellings() {
    assertThat(ids("doctor okonkwo reyes was great")).containsExactly("okonkwo");
    assertThat(ids("the food at Rivrebend is awful")).containsExactly("riverbend");
  }

  @Test
  void commonWordsAreNoNamesUnlessWrittenLikeOne() {
    assertThat(ids("have mercy on us, what a long wait")).isEmpty();
    assertThat(ids("How long is it? Amelia was early")).isEmpty();
    assertThat(ids("We drove to Mercy last night")).containsExactly("mercy");
  }

  @Test
  void sameNamesAreToldApartByPlaceOrLeftOut() {
    assertThat(ids("st brid's clinic in Southgate is lovely")).containsExactly("st-s");
    assertThat(ids("St Brid's Clinic is lovely")).isEmpty();
  }

  private final Gazetteer hospitals =
      Gazetteer.of(
          List.of(
              place("w-tulsa", "Tulsa, OK", "Willowmere Medical Center"),
              place("w-salem", "Salem, OR", "Willowmere Medical Center"),
              place("umc", "Lubbock, TX", "University Medical Center"),
              place("marys", "Quincy, IL", "SAINT MARY'S REGIONAL MEDICAL CENTER"),
              new DirectoryEntry(
                  "liz", Kind.PROVIDER, List.of("Elizabeth Okafor, MD"), "Tulsa, OK"),
              new DirectoryEntry(
                  "liz2", Kind.PROVIDER, List.of("Elizabeth Okafor, MD"), "Quincy, IL"),
              new DirectoryEntry("james", Kind.PROVIDER, List.of("Dr. Ana James"), "Tulsa, OK"),
              new DirectoryEntry(
                  "bill", Kind.PROVIDER, List.of("William Hernandez"), "Salem, OR")));

  private List<String> named(String text) {
    return hospitals.find(text).stream().map(About::id).toList();
  }

  @Test
  void shortFormsNicknamesInitialsAndHandlesAreTheSamePersonOrPlace() {
    assertThat(named("Bill Hernandez is the best")).containsExactly("bill");
    assertThat(named("thanks dr. w. hernandes")).containsExactly("bill");
    assertThat(named("ask @DrHernandez or #BillHernandez")).containsExactly("bill", "bill");
    assertThat(named("St Marys med ctr lost my labs")).containsExactly("marys");
    assertThat(named("thank you @WillowmereTulsa")).containsExactly("w-tulsa");
  }

  @Test
  void aTownAStateOrTheHospitalTellsEqualNamesApart() {
    assertThat(named("Dr. Okafor was great")).isEmpty();
    assertThat(named("Dr. Okafor in Quincy was great")).containsExactly("liz2");
    assertThat(named("Willowmere hospital in Oregon")).containsExactly("w-salem");
    assertThat(named("Liz Okafor at St. Mary's hospital")).containsExactly("liz2", "marys");
    assertThat(named("UMC in Lubbock is full")).containsExactly("umc");
    assertThat(named("UMC is full")).isEmpty();
  }

  @Test
  void someoneElseOfASimilarNameIsNotTaken() {
    assertThat(named("Dr. James Adams was rude")).isEmpty();
    assertThat(named("Dr. K. Hernandez was rude")).isEmpty();
    assertThat(named("Dr. Hernandez in Lubbock was rude")).isEmpty();
  }
}
