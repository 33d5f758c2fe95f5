package org.bedside.listening.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The AT Protocol's own interoperability cases, as far as they concern what is read here. */
class InteropTest {

  private static final Map<String, String> FILES = new HashMap<>();

  @BeforeAll
  static void load() throws IOException {
    String set = System.getProperty("BEDSIDE_DATA", System.getenv("BEDSIDE_DATA"));
    Path zip = Path.of(set == null ? "../../shared/data" : set).resolve("fixtures/atproto.zip");
    assumeTrue(Files.exists(zip), "no fixtures/atproto.zip: set BEDSIDE_DATA to the data's folder");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        FILES.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
      }
    }
  }

  @Test
  void valuesAreReadAndTheirIdentifiersAreThoseOfTheirBytes() throws MalformedException {
    JsonNode cases = json("data-model/data-model-fixtures.json");
    assertThat(cases.size()).isGreaterThan(2);
    for (JsonNode each : cases) {
      byte[] bytes = Base64.getDecoder().decode(each.path("cbor_base64").stringValue());
      assertThat(Cid.of(bytes, 0, bytes.length, true).text())
          .isEqualTo(each.path("cid").stringValue());
      assertThat(asJson(DagCbor.read(bytes))).isEqualTo(each.path("json"));
    }
  }

  @Test
  void validValuesAreReadAsTheyWereWritten() {
    for (JsonNode each : json("data-model/data-model-valid.json")) {
      assertThatCode(
              () ->
                  assertThat(asJson(DagCbor.read(CborWriter.write(each.path("json")))))
                      // A number that is whole is written as one, with a point or without.
                      .isEqualTo(asJson(each.path("json"))))
          .as(each.path("note").stringValue())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void identifiersInProofsAreReadWhateverTheyStandFor() {
    for (JsonNode each : json("firehose/commit-proof-fixtures.json")) {
      for (String name : List.of("leafValue", "rootBeforeCommit", "rootAfterCommit")) {
        String cid = each.path(name).stringValue();
        byte[] bytes = CborWriter.bytes(cid);
        assertThatCode(() -> assertThat(Cid.read(bytes, 0, bytes.length).text()).isEqualTo(cid))
            .doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"did", "handle", "recordkey", "datetime"})
  void namesAreKnownFromWhatIsNone(String kind) {
    Predicate<String> valid =
        switch (kind) {
          case "did" -> Syntax::isDid;
          case "handle" -> Syntax::isHandle;
          case "recordkey" -> Syntax::isRecordKey;
          default -> text -> Syntax.time(text) != null;
        };
    assertThat(lines("syntax/" + kind + "_syntax_valid.txt")).isNotEmpty().allMatch(valid);
    assertThat(lines("syntax/" + kind + "_syntax_invalid.txt")).isNotEmpty().noneMatch(valid);
  }

  @Test
  void timesThatNoCalendarHasAreNone() {
    assertThat(lines("syntax/datetime_parse_invalid.txt"))
        .isNotEmpty()
        .allMatch(text -> Syntax.time(text) == null);
  }

  @Test
  void noAddressThatIsNoneIsTakenForAPost() {
    assertThat(lines("syntax/aturi_syntax_invalid.txt")).isNotEmpty().noneMatch(Syntax::isPost);
  }

  private static JsonNode json(String file) {
    return JsonMapper.shared().readTree(FILES.getOrDefault("atproto-interop/" + file, ""));
  }

  private static List<String> lines(String file) {
    return FILES
        .getOrDefault("atproto-interop/" + file, "")
        .lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** Bytes as the protocol writes them in JSON, so that both sides are the same kind of value. */
  private static JsonNode asJson(JsonNode value) {
    if (value.isBinary()) {
      String text = Base64.getEncoder().withoutPadding().encodeToString(value.binaryValue());
      return JsonMapper.shared().createObjectNode().put("$bytes", text);
    }
    if (value instanceof ObjectNode object) {
      ObjectNode copy = JsonMapper.shared().createObjectNode();
      object.properties().forEach(entry -> copy.set(entry.getKey(), asJson(entry.getValue())));
      return copy;
    }
    if (value instanceof ArrayNode list) {
      ArrayNode copy = JsonMapper.shared().createArrayNode();
      list.forEach(each -> copy.add(asJson(each)));
      return copy;
    }
    return JsonMapper.shared()
        .readTree(
            value.isNumber() ? value.decimalValue().toBigInteger().toString() : value.toString());
  }
}
