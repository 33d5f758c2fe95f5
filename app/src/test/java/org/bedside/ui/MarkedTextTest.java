package org.bedside.ui;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bedside.ui.Mark.Kind;
import org.bedside.ui.MarkedText.Piece;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

  @Test
  void overlappingMarksAreBothShownWhereTheyMeet() {
    MarkedText text =
        MarkedText.of(
            "the wrong dose by Dr Wexford",
            List.of(new Mark(4, 14, Kind.URGENT, "harm"), new Mark(10, 28, Kind.PRIVATE, "name")));

    assertThat(text.pieces())
        .containsExactly(
            new Piece("the ", "", List.of()),
            new Piece("wrong ", "hl hl-urgent", List.of("harm")),
            new Piece("dose", "hl hl-urgent hl-private", List.of("name")),
            new Piece(" by Dr Wexford", "hl hl-private", List.of()));
  }

  @Test
  void marksOutsideTheTextNeverThrow() {
    MarkedText text =
        MarkedText.of(
            "short",
            List.of(
                new Mark(-5, 2, Kind.SAD, "a"),
                new Mark(3, 99, Kind.GLAD, "b"),
                new Mark(4, 1, Kind.ASK, "c"),
                new Mark(7, 9, Kind.ASK, "d")));

    assertThat(text.found()).extracting(MarkedText.Found::words).containsExactly("sh", "rt");
  }

  @Test
  void noCharacterIsCutInTwo() {
    MarkedText text = MarkedText.of("a😀b", List.of(new Mark(2, 4, Kind.EVEN, "x")));

    assertThat(text.pieces()).extracting(Piece::text).containsExactly("a", "😀b");
  }

  @Test
  void anEmptyTextHasNoPieces() {
    assertThat(MarkedText.of("", List.of(new Mark(0, 1, Kind.EVEN, "x"))).pieces()).isEmpty();
  }

  @Test
  void nothingOfTheTextIsEverLost() {
    Random random = new Random(7);
    List<Kind> kinds = List.of(Kind.values());
    for (int round = 0; round < 200; round++) {
      String text =
          random
              .ints(random.nextInt(80), 0, 0x11000)
              .mapToObj(c -> "" + (char) c)
              .collect(joining());
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i < random.nextInt(12); i++) {
        marks.add(
            new Mark(
                random.nextInt(-3, 90),
                random.nextInt(-3, 90),
                kinds.get(random.nextInt(kinds.size())),
                "mark"));
      }

      assertThat(MarkedText.of(text, marks).pieces().stream().map(Piece::text).collect(joining()))
          .isEqualTo(text);
    }
  }

  @Test
  void manyMarksOnALongTextStayCheap() {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      marks.add(new Mark(i, i + 50_000, Kind.SAD, "mark " + i));
    }

    assertThat(MarkedText.of("x".repeat(100_000), marks).pieces()).hasSizeLessThan(1000);
  }
}
