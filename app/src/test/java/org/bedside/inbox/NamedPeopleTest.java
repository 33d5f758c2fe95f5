package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.identity.Member;
import org.junit.jupiter.api.Test;

class NamedPeopleTest {

  private static final Member ANN = member("Ann");
  private static final Member ANN_LEE = member("Ann Lee");
  private static final Member JOSE = member("José Núñez");
  private static final List<Member> ALL = List.of(ANN, ANN_LEE, JOSE);

  @Test
  void theLongestNameCounts() {
    assertThat(NamedPeople.in("Look, @ann lee, please", ALL)).containsExactly(ANN_LEE.id());
    assertThat(NamedPeople.in("@Ann Lee and @Ann.", ALL))
        .containsExactlyInAnyOrder(ANN.id(), ANN_LEE.id());
  }

  @Test
  void aLongerWordOrANameWithoutTheSignNamesNobody() {
    assertThat(NamedPeople.in("@Anna, José Núñez, mail@ann", List.of(JOSE))).isEmpty();
    assertThat(NamedPeople.in("@Annabel", ALL)).isEmpty();
    assertThat(NamedPeople.in("(@josé núñez)", ALL)).containsExactly(JOSE.id());
  }

  private static Member member(String name) {
    return new Member(UUID.randomUUID(), name, "x@larkspur.example", Set.of(), Instant.EPOCH);
  }
}
