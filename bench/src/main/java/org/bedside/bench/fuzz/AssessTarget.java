package org.bedside.bench.fuzz;

import java.util.List;
import java.util.Set;
import org.bedside.understanding.About;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Directory;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.Post;
import org.bedside.understanding.Reason;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.Span;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Urgency;

/** The whole assessment, alone and among posts that nothing is wrong with. */
final class AssessTarget implements Target {

  private static final Directory DIRECTORY =
      Directory.of(
          List.of(
              new DirectoryEntry(
                  "loc",
                  DirectoryEntry.Kind.LOCATION,
                  List.of("Willow Creek Clinic", "Willow Creek", "@willowcreek"),
                  "Springfield"),
              new DirectoryEntry(
                  "doc", DirectoryEntry.Kind.PROVIDER, List.of("Dr. Ana Ficticia"), "")));
  private static final Post BEFORE =
      Post.of("before", "The nurses at Willow Creek Clinic were kind but we waited four hours.");
  private static final Post AFTER =
      Post.of("after", "Por favor arreglen el estacionamiento, gracias a la doctora.");

  private final Understanding understanding = Understanding.load();
  private final Set<String> themes = Set.copyOf(understanding.themes());
  private final List<Assessment> good = understanding.assess(List.of(BEFORE, AFTER), DIRECTORY);

  @Override
  public String name() {
    return "assess";
  }

  @Override
  public Object answer(Case input) {
    return understanding.assess(List.of(input.post()), DIRECTORY).getFirst();
  }

  @Override
  public void check(Case input, Object answer, Set<String> seen) {
    var assessment = (Assessment) answer;
    String text = input.text();
    Must.hold(assessment.id().equals("case"), "the id is another");
    seen.add("language " + assessment.language());
    sentiment(assessment.sentiment(), seen);
    Must.beProbability(assessment.offensive(), "offensive");
    Must.beProbability(assessment.disaster().relevant(), "disaster");
    seen.add("offensive " + (assessment.offensive() > 0.5));
    seen.add("disaster " + assessment.disaster().type());
    themes(assessment.themes(), text, seen);
    for (Identifier found : assessment.identifiers()) {
      Must.liesIn(found.span(), text, "an identifier");
      Must.beProbability(found.score(), "an identifier's score");
      seen.add("identifier " + found.type());
    }
    urgency(assessment.urgency(), text, seen);
    for (Span ask : assessment.asks()) {
      Must.liesIn(ask, text, "an ask");
      seen.add("ask");
    }
    for (About about : assessment.about()) {
      Must.liesIn(about.span(), text, "a name of the directory");
      seen.add("about " + about.id());
    }
    for (Reason reason : assessment.reasons()) {
      Must.hold(Understanding.reasonCodes().contains(reason.code()), "a reason of no known code");
      Must.beProbability(reason.confidence(), "a reason's confidence");
      Span span = reason.span();
      if (span != null) {
        Must.liesIn(span, text, "the words of a reason");
      }
      seen.add("reason " + reason.code());
    }
    if (text.length() < 2_000) {
      List<Assessment> three =
          understanding.assess(List.of(BEFORE, input.post(), AFTER), DIRECTORY);
      Must.hold(three.get(1).equals(answer), "another answer among other posts");
      Must.hold(
          three.get(0).equals(good.get(0)) && three.get(2).equals(good.get(1)),
          "the posts beside it are answered in another way");
    }
  }

  private static void sentiment(Sentiment sentiment, Set<String> seen) {
    Must.beProbability(sentiment.negative(), "negative");
    Must.beProbability(sentiment.neutral(), "neutral");
    Must.beProbability(sentiment.positive(), "positive");
    Must.sumToOne(
        sentiment.negative() + sentiment.neutral() + sentiment.positive(), "the three feelings");
    Must.hold(sentiment.scale5() >= 1 && sentiment.scale5() <= 5, "a grade beyond five");
    seen.add("sentiment " + sentiment.label() + " " + sentiment.scale5());
  }

  private void themes(List<ThemeOpinion> found, String text, Set<String> seen) {
    for (ThemeOpinion theme : found) {
      Must.hold(themes.contains(theme.theme()), "a theme of no known label");
      Must.liesIn(theme.span(), text, "a theme");
      Must.beProbability(theme.score(), "a theme's score");
      seen.add("theme " + theme.theme() + " " + theme.sentiment());
    }
  }

  private static void urgency(Urgency urgency, String text, Set<String> seen) {
    Must.hold(
        (urgency.level() == Urgency.Level.NONE) == urgency.kinds().isEmpty(),
        "an urgency without its kinds");
    seen.add("urgency " + urgency.level());
    for (Urgency.Signal signal : urgency.kinds()) {
      Must.liesIn(signal.span(), text, "a sign of urgency");
      Must.beProbability(signal.score(), "a sign's score");
      seen.add("urgency " + signal.kind());
    }
  }
}
