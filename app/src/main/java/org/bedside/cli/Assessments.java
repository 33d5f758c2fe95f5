package org.bedside.cli;

import org.bedside.understanding.About;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Identifier;
import org.bedside.understanding.Reason;
import org.bedside.understanding.Span;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Urgency;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an assessment in the words of the command-line contract. */
final class Assessments {

  private Assessments() {}

  static void write(Assessment assessment, ObjectNode to) {
    to.put("language", assessment.language());
    to.putObject("sentiment")
        .put("label", Setup.lower(assessment.sentiment().label()))
        .put("negative", assessment.sentiment().negative())
        .put("neutral", assessment.sentiment().neutral())
        .put("positive", assessment.sentiment().positive())
        .put("scale5", assessment.sentiment().scale5());
    to.put("offensive", assessment.offensive());
    ArrayNode themes = to.putArray("themes");
    for (ThemeOpinion theme : assessment.themes()) {
      ObjectNode written = themes.addObject().put("theme", theme.theme());
      span(theme.span(), written.put("sentiment", Setup.lower(theme.sentiment())))
          .put("score", theme.score());
    }
    ArrayNode identifiers = to.putArray("identifiers");
    for (Identifier identifier : assessment.identifiers()) {
      span(identifier.span(), identifiers.addObject().put("type", Setup.lower(identifier.type())))
          .put("score", identifier.score());
    }
    ObjectNode urgency =
        to.putObject("urgency").put("level", Setup.lower(assessment.urgency().level()));
    ArrayNode kinds = urgency.putArray("kinds");
    for (Urgency.Signal signal : assessment.urgency().kinds()) {
      span(signal.span(), kinds.addObject().put("kind", signal.kind().label()))
          .put("score", signal.score());
    }
    to.putObject("disaster")
        .put("relevant", assessment.disaster().relevant())
        .put("type", assessment.disaster().type());
    ArrayNode asks = to.putArray("asks");
    assessment.asks().forEach(ask -> span(ask, asks.addObject()));
    ArrayNode about = to.putArray("about");
    for (About entry : assessment.about()) {
      span(
          entry.span(),
          about.addObject().put("id", entry.id()).put("kind", Setup.lower(entry.kind())));
    }
    reasons(assessment, to.putArray("reasons"));
  }

  private static void reasons(Assessment assessment, ArrayNode reasons) {
    for (Reason reason : assessment.reasons()) {
      ObjectNode written =
          reasons
              .addObject()
              .put("judgement", reason.judgement())
              .put("code", reason.code())
              .put("detail", reason.detail());
      Span span = reason.span();
      if (span != null) {
        span(span, written);
      }
      written.put("confidence", reason.confidence());
    }
  }

  private static ObjectNode span(Span span, ObjectNode to) {
    return to.put("start", span.start()).put("end", span.end());
  }
}
