package org.bedside.handover.web;

import org.bedside.handover.Door;
import org.bedside.handover.House;
import org.jspecify.annotations.Nullable;

/**
 * A step of the public page.
 *
 * @param token of the link, which every form on the page is sent to
 * @param consent what is to be agreed to; null where that is not the step
 * @param typed what they had written when something was wrong with it
 * @param problem message key of what was wrong, or empty
 */
public record PublicPage(
    House house,
    String token,
    Door door,
    @Nullable ConsentView consent,
    MessageForm typed,
    String problem) {

  /** Where a form of this page leads. */
  public String at(String deed) {
    return "/p/" + token + "/" + deed;
  }

  /** This page in another language. */
  public String in(String language) {
    return "/p/" + token + "?look-language=" + language;
  }
}
