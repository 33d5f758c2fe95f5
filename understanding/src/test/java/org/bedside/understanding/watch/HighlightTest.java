package org.bedside.understanding.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bedside.understanding.Post;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.api.Test;

class HighlightTest {

  @Test
  void eachWordThatMatchedIsMarkedWhereItStands() throws WatchSyntaxException {
    assertThat(marked("nurse OR ward", "The Nurse of the ward, a nurse"))
        .containsExactly("Nurse", "ward", "nurse");
  }

  @Test
  void aPhraseIsOneSpan() throws WatchSyntaxException {
    assertThat(marked("\"mercy hospital\"", "At Mercy, Hospital of mercy"))
        .containsExactly("Mercy, Hospital");
  }

  @Test
  void wordsThatMustNotOccurAreNotMarked() throws WatchSyntaxException {
    assertThat(marked("ward NOT (nurse mercy)", "the nurse on the ward")).containsExactly("ward");
  }

  @Test
  void onlyTheWordsThatAreNearAreMarked() throws WatchSyntaxException {
    assertThat(
            marked(
                "nurse NEAR/1 (kind OR \"so good\")",
                "Nurse! What a kind nurse. Later they were kind."))
        .containsExactly("kind", "nurse");
    assertThat(marked("\"kind nurse\"~1", "kind kind old nurse and a kind porter"))
        .containsExactly("kind", "nurse");
  }

  @Test
  void accentsAndSignsBelongToTheWord() throws WatchSyntaxException {
    assertThat(marked("clinica", "la cli\u0301nica\u0301!")).containsExactly("cli\u0301nica\u0301");
    assertThat(marked("#mercy OR @ann OR mercy.example", "(#Mercy) @Ann mercy.example!"))
        .containsExactly("#Mercy", "@Ann", "mercy.example");
    assertThat(marked("raw:\"Oh!\"", "Oh! oh!")).containsExactly("Oh!");
  }

  @Test
  void fieldsMarkNothingInTheText() throws WatchSyntaxException {
    Post post = new Post("p", "ann was here", null, 1.0, "ann", null, null, "en", null, null);
    assertThat(WatchQuery.parse("author:ann rating:1 lang:en").highlight(post)).isEmpty();
    assertThat(WatchQuery.parse("author:ann rating:1 lang:en").matches(post)).isTrue();
  }

  private static List<String> marked(String query, String text) throws WatchSyntaxException {
    return WatchQuery.parse(query).highlight(Post.of("p", text)).stream()
        .map(span -> span.of(text))
        .toList();
  }
}
