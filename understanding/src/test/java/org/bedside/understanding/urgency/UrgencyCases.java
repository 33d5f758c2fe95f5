package org.bedside.understanding.urgency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bedside.understanding.Post;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Urgency.Level;

/** Invented posts and the kind of urgency in each; {@code none} for those that need nobody now. */
record UrgencyCases(List<Case> all) {

  record Case(String kind, String text) {}

  static UrgencyCases of(String part) throws IOException {
    try (InputStream in = UrgencyCases.class.getResourceAsStream("cases-" + part + ".jsonl")) {
      String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new UrgencyCases(lines.lines().map(UrgencyCases::read).toList());
    }
  }

  /** The files are our own and hold the two keys in this order. */
  private static Case read(String line) {
    int text = line.indexOf("\", \"text\": \"");
    String raw = line.substring(text + 12, line.length() - 2);
    return new Case(line.substring(10, text), raw.replace("\\\"", "\"").replace("\\\\", "\\"));
  }

  Score score(UrgencyJudge judge) {
    int urgent = 0;
    int found = 0;
    int raised = 0;
    int right = 0;
    for (Case one : all) {
      Urgency urgency = judge.judge(Post.of("id", one.text()));
      boolean now = urgency.level().compareTo(Level.HIGH) >= 0;
      raised += now ? 1 : 0;
      if (!one.kind().equals("none")) {
        urgent++;
        found += now ? 1 : 0;
        right += now && urgency.kinds().getFirst().kind().label().equals(one.kind()) ? 1 : 0;
      }
    }
    return new Score(
        found / (double) urgent, found / (double) raised, right / (double) Math.max(1, found));
  }

  record Score(double recall, double precision, double kindRight) {}
}
