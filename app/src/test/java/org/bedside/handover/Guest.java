package org.bedside.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.Browser;

/** Somebody who was sent a link, in a browser without scripts. */
final class Guest {

  private static final Pattern WORDING =
      Pattern.compile("name=\"wording\" value=\"([0-9a-f]{64})\"");

  private final Browser browser;
  private final String path;

  Guest(Browser browser, Invitation invitation) {
    this.browser = browser;
    this.path = invitation.link().getPath();
  }

  Browser browser() {
    return browser;
  }

  String path() {
    return path;
  }

  String token() {
    return path.substring("/p/".length());
  }

  HttpResponse<String> look() {
    return browser.get(path);
  }

  Guest open() {
    assertThat(browser.post(path + "/opening").statusCode()).isEqualTo(302);
    return this;
  }

  String wording() {
    Matcher found = WORDING.matcher(look().body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  Guest agree() {
    assertThat(
            browser
                .post(
                    path + "/consent", "wording", wording(), "agree", "true", "understood", "true")
                .statusCode())
        .isEqualTo(302);
    return this;
  }

  Guest write(String words) {
    assertThat(send(words).statusCode()).isEqualTo(302);
    return this;
  }

  HttpResponse<String> send(String words, String... more) {
    String[] fields = new String[more.length + 2];
    fields[0] = "words";
    fields[1] = words;
    System.arraycopy(more, 0, fields, 2, more.length);
    return browser.post(path + "/messages", fields);
  }

  Guest press(String deed) {
    assertThat(browser.post(path + "/" + deed).statusCode()).isEqualTo(302);
    return this;
  }
}
