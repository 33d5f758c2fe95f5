package org.bedside.bench.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bedside.bench.about.AboutRows;
import org.bedside.bench.identifiers.IdentifierRows;

/** All rows of the scoreboard, in the groups that can be measured by themselves. */
public final class Groups {

  private Groups() {}

  /** In the order of the board. */
  public static Map<String, ScoreRow> all() {
    var rows = new LinkedHashMap<String, ScoreRow>();
    rows.put("sentiment", JudgementRows::sentiment);
    rows.put("offensive", JudgementRows::offence);
    rows.put("scale5", JudgementRows::grades);
    rows.put("themes", JudgementRows::themes);
    rows.put("reviews", new ReviewRows());
    rows.put("written", new WrittenRows());
    rows.put("disaster", new DisasterRows());
    rows.put("urgency", new UrgencyRows());
    rows.put("claims", new ClaimRows());
    rows.put("language", new LanguageRows());
    rows.put("about", new AboutRows());
    rows.put("guard", new GuardRows());
    rows.put("identifiers", new IdentifierRows());
    return rows;
  }

  /** Says which names aren't groups, and ends the program, where there are such. */
  static void check(String usage, List<String> names) {
    if (!all().keySet().containsAll(names)) {
      System.err.println("usage: " + usage + ", groups: " + String.join(" ", all().keySet()));
      System.exit(2);
    }
  }
}
