package org.bedside.evenhandedness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactListTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rating",
        "stars",
        "sentiment",
        "nps",
        "satisfaction",
        "notes",
        "vip",
        "Rating ",
        ""
      })
  void noColumnByWhichOneCouldChooseIsTaken(String column) {
    refuses("column", "id,contact,provider_taxonomy," + column + "\n1,a@b.example,207R00000X,5\n");
  }

  @Test
  void theFourColumnsAreTakenInAnyOrderAndSeparator() throws ListRefusedException {
    List<Contact> list =
        read("\uFEFFPlace;Contact;ID;provider_taxonomy\nPine;\"a;b@c.example\";1;207R00000X\n");

    assertThat(list).containsExactly(new Contact("1", "a;b@c.example", "207R00000X", "Pine"));
  }

  @Test
  void withoutTheCodeOfTheProviderTheBanCouldBePassedBy() {
    refuses("column-missing", "id,contact\n1,a@b.example\n");
  }

  @Test
  void aLineOfAnotherPlaceCantMarkWhomNotToAsk() {
    refuses(
        "other-place", "id,contact,provider_taxonomy,place\n1,a@b.example,207R00000X,Elsewhere\n");
  }

  @Test
  void nobodyStandsOnTheListTwiceToBeDrawnMoreLikely() {
    refuses("id-twice", "id,contact,provider_taxonomy\n1,a@b.example,x\n1,b@b.example,x\n");
    refuses("column-twice", "id,id,contact,provider_taxonomy\n1,2,a@b.example,x\n");
  }

  @Test
  void aListThatCantBeReadIsRefusedAsAWhole() {
    refuses("empty", "");
    refuses("empty", "id,contact,provider_taxonomy\n");
    refuses("ragged", "id,contact,provider_taxonomy\n1,a@b.example\n");
    refuses("ragged", "id,contact,provider_taxonomy\n1,a@b.example,x,5\n");
    refuses("id-missing", "id,contact,provider_taxonomy\n,a@b.example,x\n");
    refuses("contact-missing", "id,contact,provider_taxonomy\n1,,x\n");
    assertThatThrownBy(
            () ->
                ContactList.read(
                    "id,contact,provider_taxonomy\n1,jos\u00e9@b.example,x\n".getBytes(ISO_8859_1),
                    place -> true))
        .hasMessageContaining("not-utf8");
  }

  @Test
  void contactsStayOutOfLogs() {
    assertThat(new Contact("1", "a@b.example", "x", "Pine").toString())
        .doesNotContain("a@b.example");
  }

  private static List<Contact> read(String list) throws ListRefusedException {
    return ContactList.read(list.getBytes(UTF_8), "Pine"::equals);
  }

  private static void refuses(String code, String list) {
    assertThatThrownBy(() -> read(list))
        .isInstanceOfSatisfying(
            ListRefusedException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
