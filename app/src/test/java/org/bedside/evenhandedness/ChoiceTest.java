package org.bedside.evenhandedness;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bedside.evenhandedness.Choice.Outcome;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private static final Seed SEED = Seed.of("0f".repeat(32));
  private static final Selection TEN = new Selection.RandomSample(10);

  @Test
  void theSameSeedDrawsTheSamePeopleInWhateverOrderTheyStand() {
    List<Contact> list = people(200);

    List<String> drawn = asked(Choice.of(list, TEN, SEED));

    assertThat(drawn).hasSize(10);
    assertThat(asked(Choice.of(list, TEN, Seed.of(SEED.hex())))).isEqualTo(drawn);
    assertThat(asked(Choice.of(list.reversed(), TEN, SEED)))
        .containsExactlyInAnyOrderElementsOf(drawn);
    assertThat(asked(Choice.of(list, TEN, Seed.of("f0".repeat(32))))).isNotEqualTo(drawn);
  }

  @Test
  void everybodyIsDrawnAboutEquallyOften() {
    List<Contact> list = people(20);
    int[] times = new int[20];
    SecureRandom random = new SecureRandom();

    for (int i = 0; i < 4_000; i++) {
      asked(Choice.of(list, new Selection.RandomSample(5), Seed.draw(random)))
          .forEach(id -> times[Integer.parseInt(id)]++);
    }

    // 1000 expected, standard deviation 27; eight of them never happen
    assertThat(IntStream.of(times)).allMatch(often -> often > 780 && often < 1220);
  }

  @Test
  void whoMayNotBeAskedIsLeftOutWithTheReasonAndNeverDrawn() {
    List<Contact> list = new ArrayList<>(people(3));
    list.add(new Contact("p", "p@x.example", "103TC0700X", ""));
    list.add(new Contact("s", "s@x.example", "104100000X", ""));
    list.add(new Contact("u", "u@x.example", "", ""));
    list.add(new Contact("again", "PERSON0@x.example", "207R00000X", ""));

    Choice choice = Choice.of(list, new Selection.RandomSample(100), SEED);

    assertThat(asked(choice)).containsExactly("0", "1", "2");
    assertThat(choice.rows().subList(3, 7))
        .extracting(Choice.Row::outcome)
        .containsExactly(
            Outcome.PSYCHOLOGIST,
            Outcome.SOCIAL_WORKER,
            Outcome.TAXONOMY_UNCLEAR,
            Outcome.SAME_CONTACT);
    assertThat(choice.counts()).containsEntry(Outcome.ASK, 3).containsEntry(Outcome.NOT_DRAWN, 0);
    assertThat(asked(Choice.of(list, new Selection.Everyone(), SEED)))
        .containsExactly("0", "1", "2");
  }

  @Test
  void anotherListIsKnownByItsDigestAndContactsAreNotInIt() {
    List<Contact> list = people(5);
    String digest = Choice.of(list, TEN, SEED).digest();

    assertThat(Choice.of(list.reversed(), TEN, SEED).digest()).isEqualTo(digest);
    assertThat(Choice.of(people(6), TEN, SEED).digest()).isNotEqualTo(digest);
    assertThat(
            Choice.of(
                    list.stream()
                        .map(one -> new Contact(one.id(), "else" + one.id(), one.taxonomy(), ""))
                        .toList(),
                    TEN,
                    SEED)
                .digest())
        .isEqualTo(digest);
  }

  private static List<Contact> people(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> new Contact("" + i, "person" + i + "@x.example", "207R00000X", ""))
        .toList();
  }

  private static List<String> asked(Choice choice) {
    return choice.rows().stream()
        .filter(row -> row.outcome() == Outcome.ASK)
        .map(row -> row.contact().id())
        .toList();
  }
}
