package org.bedside.browser;

import java.util.stream.Stream;

class PagesOfImportsTest extends EveryPage {

  @Override
  Stream<Place> places() {
    return Stream.of(
        at("/sources/imports"),
        at("/sources/imports/{id}", this::uploaded),
        at("/sources/imports/{id}", this::paused),
        at("/sources/imports/{id}", this::imported));
  }

  private String uploaded() {
    return upload("id,stars,text," + Awkward.ENDLESS + "\n1,5," + Awkward.ENDLESS + ",x\n");
  }

  private String upload(String content) {
    asMaren.open("/sources/imports");
    asMaren
        .page()
        .locator("#file")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload(
                "a-file-with-a-rather-long-name-" + Awkward.ENDLESS.substring(0, 60) + ".csv",
                "text/csv",
                content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    asMaren.press("Next: columns");
    asMaren.page().waitForURL("**/sources/imports/*");
    return asMaren.page().url().replaceFirst("^https?://[^/]+", "");
  }

  /** On its way and standing still, so that all four looks see the same. */
  private String paused() {
    String path = upload("id,text\n" + "1,The same post again and again\n".repeat(60_000));
    asMaren.press("Import 60,000 rows");
    asMaren.press("Pause");
    asMaren.heading(": paused").waitFor();
    return path;
  }

  /** Over, with rows that were left out. */
  private String imported() {
    String path = upload("id,stars,text\n1,99," + Awkward.ENDLESS + "\n2,5,Kind nurses\n3,x,\n");
    asMaren.page().locator("select[name=column1]").selectOption("rating");
    asMaren.press("Import 3 rows");
    asMaren.heading("imported").waitFor();
    return path;
  }
}
