package org.bedside.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class AssetsTest {

  private final Assets assets = new Assets();

  @ParameterizedTest
  @CsvSource({"css/bedside.css, css/*.css", "js/bedside.js, js/*.js"})
  void everyFileIsPartOfTheOneThatIsServed(String list, String files) throws IOException {
    String joined = new String(assets.content(list), StandardCharsets.UTF_8);

    for (Resource file : resources("classpath:static/assets/" + files)) {
      String name = String.valueOf(file.getFilename());
      if (!list.endsWith(name)) {
        String words = file.getContentAsString(StandardCharsets.UTF_8);
        assertThat(joined).as(name).contains(words.substring(words.length() - 40));
      }
    }
    assertThat(joined).doesNotContain("@import").doesNotContain("import \"");
  }

  @Test
  void whatAStyleSheetPointsToCanBeKeptForEverToo() {
    String css = new String(assets.content("css/bedside.css"), StandardCharsets.UTF_8);

    assertThat(css).contains(assets.url("font/atkinson-next-latin.woff2"));
    assertThat(css).doesNotContain("url(\"..");
    assertThat(assets.url("css/bedside.css")).matches("/assets/css/bedside.css\\?v=[0-9a-f]{12}");
  }

  @Test
  void theFirstVisitWeighsLessThan150Kilobytes() throws IOException {
    List<byte[]> parts = new ArrayList<>();
    parts.add(assets.content("css/bedside.css"));
    parts.add(assets.content("js/bedside.js"));
    for (String script : List.of("htmx.org/*/dist/htmx.min.js", "htmx-ext-sse/*/sse.js")) {
      Resource[] found = resources("classpath*:META-INF/resources/webjars/" + script);
      assertThat(found).hasSize(1);
      parts.add(found[0].getContentAsByteArray());
    }
    long bytes = assets.content("font/atkinson-next-latin.woff2").length;
    for (byte[] part : parts) {
      bytes += compressed(part);
    }

    // 30 kB stay for the page itself
    assertThat(bytes).isLessThan(120_000);
  }

  @ParameterizedTest
  @EnumSource(Icon.class)
  void everyIconIsDrawn(Icon icon) {
    assertThat(icon.drawing()).startsWith("<");
    assertThat(Icon.named(icon.symbol())).isEqualTo(icon);
  }

  private static Resource[] resources(String pattern) throws IOException {
    return new PathMatchingResourcePatternResolver().getResources(pattern);
  }

  private static int compressed(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.size();
  }
}
