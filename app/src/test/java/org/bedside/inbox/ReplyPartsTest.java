package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.wordings.Contacts;
import org.bedside.wordings.Language;
import org.bedside.wordings.Pair;
import org.bedside.wordings.Variable;
import org.bedside.wordings.Wordings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The composer over HTTP: wordings, variables, the other language, pictures. */
class ReplyPartsTest extends BedsideTest {

  private static final String COMPLAINT = "I waited four hours and nobody came. Horrible.";
  private static final String SAFE = "Thank you for sharing your feedback.";
  private static final String PLACE = "GPSLatitude 41.8781 Camera of W. Fairweather";

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Wordings wordings;
  @Autowired private Contacts contacts;

  private Org org;
  private Person me;
  private Browser browser;
  private String reply = "";

  @BeforeEach
  void aReviewWaits() {
    org = found("Larkspur Health");
    receive(COMPLAINT);
    me = member(org, Role.COMMUNICATIONS);
    browser = signIn(me);
    Matcher found =
        Pattern.compile("href=\"(/inbox/\\d+)[\"?]").matcher(browser.get("/inbox").body());
    assertThat(found.find()).isTrue();
    reply = found.group(1) + "/reply";
  }

  @Test
  void aPictureLosesWhereWhenAndByWhomItWasTakenAndStandsUpright() throws IOException {
    attach(jpegWithExif(6), "A bench in our garden");

    HttpResponse<byte[]> shown = picture(browser, pictures(browser).getFirst());

    assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(new String(shown.body(), StandardCharsets.ISO_8859_1))
        .doesNotContain("GPSLatitude")
        .doesNotContain("Fairweather")
        .doesNotContain("Exif");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(shown.body()));
    assertThat(image.getWidth()).isEqualTo(40);
    assertThat(image.getHeight()).isEqualTo(60);
    // Stored with its red edge at the left, turned by 90 degrees it is on top.
    assertThat(image.getRGB(20, 3) >> 16 & 0xFF).isGreaterThan(180);
    assertThat(image.getRGB(20, 56) >> 16 & 0xFF).isLessThan(80);
  }

  @Test
  void aPngLosesItsCommentsToo() throws IOException {
    attach(pngWithComment(), "A drawing");

    byte[] shown = picture(browser, pictures(browser).getFirst()).body();

    assertThat(new String(shown, StandardCharsets.ISO_8859_1))
        .startsWith("\u0089PNG")
        .doesNotContain("Fairweather")
        .doesNotContain("tEXt");
  }

  @Test
  void aDraftIsKeptAndRestoredWithItsPicturesAndItsOtherLanguage() throws IOException {
    attach(jpegWithExif(1), "A bench in our garden");
    browser.submit(reply, "reply", SAFE, "translation", "Gracias por compartir sus comentarios.");

    String page = browser.get(reply).body();
    assertThat(page).contains(SAFE).contains("Gracias por compartir sus comentarios.");
    assertThat(page).contains("alt=\"A bench in our garden\"");

    String own = pictures(browser).getFirst();
    browser.submit(reply, "reply", SAFE, "translation", "Gracias.", "posted", "yes");
    String detail = signIn(org, Role.CLINICIAN).get(reply.replace("/reply", "")).body();
    assertThat(detail).contains("Gracias.").contains("alt=\"A bench in our garden\"").contains(own);
  }

  @Test
  void aPictureOfADraftIsSeenByItsWriterAlone() throws IOException {
    attach(jpegWithExif(1), "A bench in our garden");
    String own = pictures(browser).getFirst();

    assertThat(picture(browser, own).statusCode()).isEqualTo(200);
    assertThat(picture(signIn(org, Role.COMMUNICATIONS), own).statusCode()).isEqualTo(404);
    assertThat(picture(signIn(found("Elsewhere"), Role.ADMINISTRATOR), own).statusCode())
        .isEqualTo(404);
    browser.post(own.replace("/pictures/", "/reply/pictures/") + "/remove", "reply", SAFE);
    assertThat(picture(browser, own).statusCode()).isEqualTo(404);
  }

  @Test
  void aPictureNeedsWordsForThoseWhoDoNotSeeIt() throws IOException {
    assertThat(attach(jpegWithExif(1), " ")).contains("Say what the picture shows");
    assertThat(pictures(browser)).isEmpty();
  }

  @Test
  void whatAPictureIsSaidToShowIsReadByTheGuard() throws IOException {
    assertThat(attach(jpegWithExif(1), "A bench in our garden"))
        .doesNotContain("This description would disclose");
    assertThat(attach(jpegWithExif(1), "Our patient after the surgery that we did on Monday"))
        .contains("This description would disclose");

    String answer = browser.post(reply, "reply", SAFE, "posted", "yes").body();

    assertThat(answer).contains("What a picture is said to show would disclose");
    assertThat(browser.get(reply.replace("/reply", "")).body()).doesNotContain("Posted by");
  }

  @Test
  void whatIsNoPictureIsRefusedAndTheDraftStays() throws IOException {
    String page = attach(utf8("<svg onload=alert(1)>"), "A drawing");
    assertThat(page).contains("no picture that can be read").contains(SAFE);
    byte[] cut = Arrays.copyOf(jpegWithExif(1), 300);
    assertThat(attach(cut, "A drawing")).contains("no picture that can be read");
    assertThat(pictures(browser)).isEmpty();
  }

  @Test
  void fourPicturesAreEnough() throws IOException {
    for (int i = 0; i < 4; i++) {
      attach(pngWithComment(), "Picture " + i);
    }
    assertThat(attach(pngWithComment(), "One more")).contains("takes four pictures");
    assertThat(pictures(browser)).hasSize(4);
  }

  @Test
  void whatIsCheckedAndStoredHasItsVariablesFilled() {
    enter("555-0142");

    browser.submit(reply, "reply", "Please call us at {phone}.", "posted", "yes");

    assertThat(browser.get(reply.replace("/reply", "")).body())
        .contains("Please call us at 555-0142.")
        .doesNotContain("{phone}");
  }

  @Test
  void aVariableWithoutAValueIsNamedAndKeepsTheReplyFromBeingRecorded() {
    assertThat(browser.post(reply + "/check", "reply", "Please call {phone}.").body())
        .contains("Fill in {phone}");

    String answer = browser.post(reply, "reply", "Please call {phone}.", "posted", "yes").body();

    assertThat(answer).contains("Some variables have no value yet");
    assertThat(browser.get(reply.replace("/reply", "")).body()).doesNotContain("Posted by");
    assertThat(browser.get(reply).body()).contains("Please call {phone}.");
  }

  @Test
  void theOtherLanguageCannotDiscloseEither() {
    String disclosing = "Usted rechazó el tratamiento el lunes.";
    assertThat(browser.post(reply + "/check", "reply", SAFE, "translation", disclosing).body())
        .contains("The version in Spanish would disclose");

    String answer =
        browser.post(reply, "reply", SAFE, "translation", disclosing, "posted", "yes").body();

    assertThat(answer).contains("The version in the other language would disclose");
    assertThat(browser.get(reply.replace("/reply", "")).body()).doesNotContain("Posted by");
  }

  @Test
  void withoutAScriptASuggestionAndAWordingAreTakenByTheForm() {
    enter("555-0142");
    takeOver(org);

    String page = browser.get(reply).body();
    assertThat(page)
        .contains("Suggestions, made of approved wordings")
        .contains("Because of “Waiting”");
    String first = inTextarea(browser.post(reply, "reply", "", "suggestion", "0").body(), "reply");
    assertThat(first).isNotBlank();

    String key = first(page, "name=\"start\" value=\"([^\"]+)\"");
    String both = browser.post(reply, "reply", SAFE, "start", key).body();
    assertThat(inTextarea(both, "reply")).startsWith(SAFE + " ");
    assertThat(inTextarea(both, "translation")).isNotBlank();
  }

  @Test
  void anotherOrganizationsWordingsNeverAppear() {
    takeOver(found("Elsewhere"));

    assertThat(browser.get(reply).body())
        .doesNotContain("Suggestions, made of approved wordings")
        .doesNotContain("Kind words shared with the team");
  }

  @Test
  void theLengthIsCountedAsTheNetworkCountsWithoutAScriptToo() {
    receive("The nurses were lovely.", "https://bsky.app/profile/wren.example/post/3k");
    String nurses =
        first(browser.get("/inbox?sentiment=positive").body(), "href=\"(/inbox/\\d+)[\"?]");

    assertThat(browser.get(nurses + "/reply").body()).contains("0 of 300");
    assertThat(
            browser
                .post(nurses + "/reply/check", "reply", "Thank you! ".repeat(40) + "**so**")
                .body())
        .contains("Too long for Bluesky: it takes 300.")
        .contains("Bluesky shows Markdown signs as they are");
  }

  private void enter(String phone) {
    var by = somebody(org);
    inOrganization(org, () -> contacts.keep(null, Map.of(Variable.PHONE, new Pair(phone, "")), by));
  }

  private void takeOver(Org owner) {
    inOrganization(owner, () -> wordings.takeOver(Language.ENGLISH, somebody(owner)));
    across
        .jdbc()
        .sql("update wording set approved_by = 'x', approved_at = now() where organization_id = ?")
        .param(owner.id().value())
        .update();
  }

  private void receive(String text) {
    receive(text, null);
  }

  private void receive(String text, @Nullable String url) {
    var by = somebody(org);
    inOrganization(
        org,
        () -> {
          UUID source = sources.named("Reviews", Source.Kind.FILE, by).id();
          intake.receive(
              source,
              List.of(
                  new RawPost(
                      UUID.randomUUID().toString(),
                      text,
                      null,
                      null,
                      null,
                      null,
                      url,
                      null,
                      null,
                      clock.instant(),
                      null)));
        });
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }

  /** The page after a picture was sent with the composer's form. */
  private String attach(byte[] file, String alt) {
    String boundary = "a-boundary";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, String> fields = Map.of("_csrf", browser.csrf(), "reply", SAFE, "alt", alt);
    fields.forEach((name, value) -> part(body, boundary, "name=\"" + name + "\"", utf8(value)));
    part(body, boundary, "name=\"file\"; filename=\"x.jpg\"", file);
    body.writeBytes(utf8("--" + boundary + "--\r\n"));
    HttpResponse<String> answer =
        browser.send(
            browser
                .request(reply + "/pictures")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    return browser.follow(answer).body();
  }

  private static void part(
      ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
    String line = "\r\n";
    String head = "Content-Disposition: form-data; " + disposition;
    body.writeBytes(utf8(String.join(line, "--" + boundary, head, "", "")));
    body.writeBytes(content);
    body.writeBytes(utf8(line));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> pictures(Browser who) {
    return Pattern.compile("<img src=\"(/inbox/\\d+/pictures/[0-9a-f-]+)\"")
        .matcher(who.get(reply).body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static HttpResponse<byte[]> picture(Browser who, String path) {
    try {
      return who.client().send(who.request(path).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** 60 by 40, its left third red, with a place and a name in its Exif data. */
  private static byte[] jpegWithExif(int orientation) throws IOException {
    byte[] plain = encoded("jpeg");
    ByteArrayOutputStream exif = new ByteArrayOutputStream();
    exif.writeBytes("Exif\0\0MM\0*\0\0\0\u0008".getBytes(StandardCharsets.ISO_8859_1));
    exif.writeBytes(new byte[] {0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
    exif.writeBytes(new byte[4]);
    exif.writeBytes(PLACE.getBytes(StandardCharsets.UTF_8));
    int length = exif.size() + 2;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(plain, 0, 2);
    all.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    all.writeBytes(exif.toByteArray());
    all.write(plain, 2, plain.length - 2);
    return all.toByteArray();
  }

  private static byte[] pngWithComment() throws IOException {
    byte[] plain = encoded("png");
    byte[] words = ("Comment\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer chunk = ByteBuffer.allocate(words.length + 12);
    byte[] type = "tEXt".getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(type);
    sum.update(words);
    chunk.putInt(words.length).put(type).put(words).putInt((int) sum.getValue());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(plain, 0, 33); // signature and header
    all.writeBytes(chunk.array());
    all.write(plain, 33, plain.length - 33);
    return all.toByteArray();
  }

  private static byte[] encoded(String format) throws IOException {
    BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 20; x++) {
      for (int y = 0; y < 40; y++) {
        image.setRGB(x, y, 0xE00000);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static String inTextarea(String page, String id) {
    return first(page, "<textarea[^>]*id=\"" + id + "\"[^>]*>([^<]*)</textarea>");
  }

  private static String first(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
