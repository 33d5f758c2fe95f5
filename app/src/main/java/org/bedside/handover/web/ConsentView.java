package org.bedside.handover.web;

import java.util.List;
import org.bedside.handover.Consent;

/**
 * The agreement as the page shows it.
 *
 * @param agree what the first box says
 * @param noEmergency what the second box says
 * @param consent all of it, as it is kept once both are ticked
 */
public record ConsentView(
    List<String> paragraphs, String agree, String noEmergency, Consent consent) {

  public ConsentView {
    paragraphs = List.copyOf(paragraphs);
  }
}
