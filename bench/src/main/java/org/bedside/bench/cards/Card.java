package org.bedside.bench.cards;

import java.util.List;
import java.util.Set;

/**
 * One card.
 *
 * @param name of its file
 * @param title for people
 * @param groups the groups of rows to measure; those that the scoreboard doesn't know are passed
 *     over
 * @param judgements which of their figures belong on it
 */
record Card(String name, String title, List<String> groups, Set<String> judgements) {

  static final List<Card> ALL =
      List.of(
          new Card(
              "sentiment",
              "How the writer feels",
              List.of("sentiment", "scale5", "reviews", "written"),
              Set.of("sentiment", "sentiment against stars")),
          new Card(
              "offensive", "Whether a post offends", List.of("offensive"), Set.of("offensive")),
          new Card(
              "themes",
              "Themes, and how each is spoken of",
              List.of("themes", "written"),
              Set.of("themes", "opinions")),
          new Card(
              "scale5",
              "How satisfied a patient is, in five steps",
              List.of("scale5"),
              Set.of("scale5")),
          new Card(
              "disaster",
              "What a post tells in a disaster",
              List.of("disaster"),
              Set.of("disaster type")),
          new Card(
              "urgency", "Whether a person must look now", List.of("urgency"), Set.of("urgency")),
          new Card(
              "identifiers",
              "Words that identify a person",
              List.of("identifiers"),
              Set.of("identifiers", "identifiers, words")),
          new Card(
              "claims",
              "Which checked claim a post repeats, and whether it believes it",
              List.of("claims"),
              Set.of("claims", "stance")),
          new Card("asks", "What the writer asks to change", List.of("written"), Set.of("asks")),
          new Card("language", "Language", List.of("language"), Set.of("language")),
          new Card("about", "Whom and what a post is about", List.of("about"), Set.of("about")));
}
