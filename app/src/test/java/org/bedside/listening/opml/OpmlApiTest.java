package org.bedside.listening.opml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OpmlApiTest extends BedsideTest {

  private static final String FEED =
      "<rss version=\"2.0\"><channel><title>Forum</title><item><title>Hello</title></item></channel></rss>";

  @Autowired Sources sources;
  private Org clinic;
  private Api api;
  private WebServer web;

  @BeforeEach
  void feeds() throws IOException {
    clinic = found("Clinic");
    api = api(clinic, Permission.MANAGE_SOURCES, Permission.READ_SOURCES);
    web = new WebServer().on("/a", "text/xml", FEED).on("/b", "text/xml", FEED);
  }

  @AfterEach
  void close() {
    web.close();
  }

  private JsonNode sent(String path, String opml) {
    HttpResponse<String> answer =
        api.send(
            api.request(path)
                .header("Content-Type", "text/x-opml")
                .POST(BodyPublishers.ofString(opml)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Api.json(answer);
  }

  private String list() {
    return """
    <?xml version="1.0"?><opml version="1.0"><body><outline text="Folder">
     <outline text="First &amp; best" type="rss" xmlUrl="%s"/>
     <outline title="Again" type="rss" xmlurl="%s/"/>
     <outline text="Second" type="rss" xmlUrl="%s"/>
     <outline text="Gone" type="rss" xmlUrl="%s"/>
     <outline text="None" type="rss" xmlUrl="javascript:alert(1)"/></outline></body></opml>
    """
        .formatted(web.url("/a"), web.url("/a"), web.url("/b"), web.url("/gone"));
  }

  private static List<String> statuses(JsonNode answer) {
    return answer.get("items").values().stream().map(i -> i.get("status").asString()).toList();
  }

  private List<Source> all() {
    return inOrganization(clinic, () -> sources.all());
  }

  @Test
  void aPreviewSaysWhatWouldBeAddedAndAddsNothing() {
    assertThat(statuses(sent("/api/v1/feeds/opml?preview=true", list())))
        .containsExactly("new", "repeated", "new", "unreachable", "invalid");
    assertThat(all()).isEmpty();
  }

  @Test
  void whatAnswersIsAddedOnceAndComesOutAgain() {
    assertThat(statuses(sent("/api/v1/feeds/opml", list())))
        .containsExactly("added", "repeated", "added", "unreachable", "invalid");
    assertThat(statuses(sent("/api/v1/feeds/opml", list())))
        .containsExactly("known", "known", "known", "unreachable", "invalid");
    assertThat(all())
        .extracting(Source::name, Source::takes)
        .containsExactlyInAnyOrder(
            tuple("First & best", Source.Takes.MATCHED), tuple("Second", Source.Takes.MATCHED));

    HttpResponse<String> out = api.get("/api/v1/feeds.opml");
    assertThat(out.headers().firstValue("Content-Type").orElse("")).startsWith("text/x-opml");
    assertThat(Opml.read(out.body().getBytes(StandardCharsets.UTF_8)))
        .extracting(Opml.Outline::title)
        .containsExactlyInAnyOrder("First & best", "Second");
  }

  @Test
  void inTheBrowserAListIsBroughtAndEachFeedsFateIsTold() {
    Browser browser = signIn(clinic, Role.COMMUNICATIONS);

    String told = uploaded(browser, list()).body();
    assertThat(told)
        .contains("2 of 5 feeds added", "Twice in the list", "Not added: no feed answered")
        .contains("Not added: no web address", "There is nothing at this address (404).")
        .doesNotContain("href=\"javascript:");
    assertThat(all()).hasSize(2);
    assertThat(uploaded(browser, list()).body()).contains("None of 5 feeds added", "You have it");
    assertThat(uploaded(browser, "<html>no list</html>").body())
        .contains("This is no OPML list of feeds. Nothing was added.");

    HttpResponse<String> taken = browser.get("/sources/feeds.opml");
    assertThat(taken.headers().firstValue("Content-Disposition").orElse("")).contains("feeds.opml");
    assertThat(taken.body()).contains("First &amp; best");
    assertThat(signIn(clinic, Role.CLINICIAN).get("/sources/opml").statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> uploaded(Browser browser, String opml) {
    String edge = "edge-of-a-part";
    String body =
        "--%1$s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%2$s\r\n"
                .formatted(edge, browser.csrf())
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.opml\"\r\n"
                .formatted(edge)
            + "Content-Type: text/x-opml\r\n\r\n%s\r\n--%s--\r\n".formatted(opml, edge);
    return browser.send(
        browser
            .request("/sources/opml")
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void whatIsNoListIsRefusedAndHostileOnesCostNothing() {
    HttpResponse<String> answer =
        api.send(api.request("/api/v1/feeds/opml").POST(BodyPublishers.ofString("<html/>")));
    assertThat(answer.statusCode()).isEqualTo(400);
    String bomb =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><opml><outline text=\"&a;\""
            + " xmlUrl=\"http://f.example/\"/></opml>";
    assertThat(Opml.read(bomb.getBytes(StandardCharsets.UTF_8)).getFirst().title())
        .doesNotContain("root");
    assertThat(Opml.read("<outline>".repeat(50_000).getBytes(StandardCharsets.UTF_8))).isEmpty();
    String many = "<outline xmlUrl='http://f.example/'/>".repeat(2_000);
    assertThat(Opml.read(many.getBytes(StandardCharsets.UTF_8))).hasSize(Opml.MOST);
  }
}
