package org.bedside.understanding.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceCutterTest {

  private final PieceCutter cutter = PieceCutter.load();

  private List<Integer> ids(String text) {
    Pieces pieces = cutter.cut(text);
    var ids = new ArrayList<Integer>();
    for (int i = 0; i < pieces.size(); i++) {
      ids.add(pieces.id(i));
    }
    return ids;
  }

  @Test
  void wordsAreCutAsThePublishedEncoderLearnedThem() {
    // "the nurses were unbelievably kind ." in BERT's uncased vocabulary
    assertThat(ids("The nurses were unbelievably kind."))
        .containsExactly(1996, 11500, 2020, 4895, 8671, 2666, 3567, 6321, 2785, 1012);
  }

  @Test
  void accentsAndCapitalsMakeNoDifference() {
    assertThat(ids("ATENCIÓN pésima")).isEqualTo(ids("atencion pesima"));
  }

  @Test
  void everyPieceKnowsTheWordThatItIsOf() {
    String text = "so unbelievably kind";
    Pieces pieces = cutter.cut(text);
    for (int i = 1; i < pieces.size() - 1; i++) {
      assertThat(text.substring(pieces.start(i), pieces.end(i))).isEqualTo("unbelievably");
    }
    assertThat(pieces.size()).isGreaterThan(4);
  }

  @Test
  void anEmojiIsReadByItsNameAndKnowsWhereItStands() {
    Pieces pieces = cutter.cut("ok 😡");
    assertThat(ids("ok 😡")).isEqualTo(ids("ok pouting face"));
    assertThat(pieces.start(pieces.size() - 1)).isEqualTo(3);
    assertThat(pieces.end(pieces.size() - 1)).isEqualTo(5);
  }

  @Test
  void manyOfOneEmojiSayNoMoreThanThree() {
    assertThat(ids("😡".repeat(40))).isEqualTo(ids("😡😡😡"));
  }

  @Test
  void linksAndHandlesAreReadAsTheTrainingTextsWriteThem() {
    assertThat(ids("see https://example.org/a?b=c")).isEqualTo(ids("see http"));
    assertThat(ids("thanks @StBrannocs")).isEqualTo(ids("thanks @user"));
  }

  @Test
  void aHashtagIsReadByItsWords() {
    assertThat(ids("#WorstNight").subList(1, 3)).isEqualTo(ids("worst night"));
  }

  @Test
  void stretchedLettersAreShortened() {
    assertThat(ids("soooooooo")).isEqualTo(ids("soo"));
  }

  @Test
  void whatNobodyCanReadIsUnknownAndNeverAnError() {
    assertThat(ids("\uD83D")).hasSize(1);
    assertThat(ids("")).isEmpty();
    assertThat(ids("la".repeat(50_000))).containsExactly(PieceCutter.UNKNOWN);
    assertThat(ids("ab\u0000cd\u0301\u0301\u0301")).isNotEmpty();
  }
}
