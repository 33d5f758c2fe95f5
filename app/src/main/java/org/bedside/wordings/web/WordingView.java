package org.bedside.wordings.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.bedside.ui.Page;
import org.bedside.ui.Tone;
import org.bedside.understanding.Verdict;
import org.bedside.wordings.Values;
import org.bedside.wordings.Wording;
import org.bedside.wordings.WordingText;
import org.jspecify.annotations.Nullable;

/**
 * The page of one wording.
 *
 * @param wording null while it is a new one
 * @param checked what the guard says of it, or null while there are no words
 * @param problem what keeps it from being saved, as a sentence, or empty
 * @param themes those of the framework
 */
public record WordingView(
    @Nullable Wording wording,
    WordingForm form,
    WordingText.@Nullable Checked checked,
    String problem,
    List<String> themes,
    Values values) {

  /** A label of the theme framework by its plain name. */
  public String theme(Page page, String label) {
    String key =
        "theme."
            + Normalizer.normalize(label, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    return page.hasText(key) ? page.text(key) : label;
  }

  /** Why the guard objects, in the reader's language where there is a sentence for it. */
  public String why(Page page, Verdict.Finding finding) {
    String key = "guard.rule." + finding.rule();
    return page.hasText(key) ? page.text(key) : finding.why();
  }

  public static Tone tone(Verdict.Decision decision) {
    return switch (decision) {
      case ALLOW -> Tone.DONE;
      case WARN -> Tone.CARE;
      case BLOCK -> Tone.URGENT;
    };
  }
}
