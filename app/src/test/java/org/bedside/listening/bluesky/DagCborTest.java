package org.bedside.listening.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DagCborTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':1,'b':[true,false,null],'bb':{'c':-5}}",
        "{'n':9223372036854775807,'m':-9223372036854775808,'z':0,'w':23,'x':24,'y':65536}",
        "['é','👩‍⚕️','',[],{}]",
        "{'l':{'$link':'bafyreiclp443lavogvhj3d2ob2cxbfuscni2k5jk7bebjzg7khl3esabwq'}}"
      })
  void whatIsWrittenIsRead(String json) throws MalformedException {
    JsonNode value = JsonMapper.shared().readTree(json.replace('\'', '"'));
    JsonNode read = DagCbor.read(CborWriter.write(value));
    assertThat(read.toString()).isEqualTo(JsonMapper.shared().writeValueAsString(sorted(value)));
  }

  private static JsonNode sorted(JsonNode value) throws MalformedException {
    return DagCbor.read(CborWriter.write(value));
  }

  @ParameterizedTest
  @CsvSource({
    "1800, a number longer than needed",
    "190001, a number longer than needed",
    "1a00000001, a number longer than needed",
    "1bffffffffffffffff, a number beyond a long",
    "9f01ff, a list of unknown length",
    "7f6161ff, a text of unknown length",
    "bf616101ff, a map of unknown length",
    "f97e00, a half float",
    "fb3ff199999999999a, a double",
    "f7, undefined",
    "f818, a simple value of its own",
    "c11a514b67b0, a date tag",
    "d82a4100, a link to nothing",
    "d82a6161, a link that is text",
    "a2616101616102, a key twice",
    "a2616201616102, keys out of order",
    "a26161016100, cut off",
    "a10101, a key that is a number",
    "61ff, not UTF-8",
    "6161 00, more after the value",
    "5a7fffffff00, bytes that aren't there",
    "9a7fffffff, a list that isn't there",
    "'', nothing"
  })
  void whatIsNotDagCborIsRefused(String hex, String why) {
    assertThatThrownBy(() -> DagCbor.read(HexFormat.of().parseHex(hex.replace(" ", ""))))
        .as(why)
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void whatIsNestedWithoutEndIsRefused() {
    byte[] deep = new byte[1 << 20];
    Arrays.fill(deep, (byte) 0x81);
    assertThatThrownBy(() -> DagCbor.read(deep)).isInstanceOf(MalformedException.class);
    byte[] wide = new byte[1 << 20];
    Arrays.fill(wide, (byte) 1);
    wide[0] = (byte) 0x9a;
    wide[2] = 0x0f;
    wide[3] = (byte) 0xff;
    wide[1] = 0;
    wide[4] = (byte) 0xfb;
    assertThatThrownBy(() -> DagCbor.read(wide)).isInstanceOf(MalformedException.class);
  }

  @Test
  void noBytesMakeAnythingElseHappenThanARefusal() {
    Random random = new Random(11);
    byte[] good =
        CborWriter.car(
            List.of(
                CborWriter.write(JsonMapper.shared().readTree("{\"text\":\"Kind nurses\"}")),
                CborWriter.write(JsonMapper.shared().readTree("[1,2,3]"))));
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        Car.read(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
      } catch (MalformedException e) {
        refused++;
      }
      try {
        DagCbor.read(bytes);
      } catch (MalformedException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(30_000);
  }

  @Test
  void aCarIsReadBlockByBlockAndWhatIsNotThereIsNotFound() throws MalformedException {
    byte[] one = CborWriter.write(JsonMapper.shared().readTree("{\"text\":\"Kind nurses\"}"));
    byte[] two = CborWriter.write(JsonMapper.shared().readTree("[1,2,3]"));
    Car car = Car.read(CborWriter.car(List.of(one, two)));
    assertThat(car.size()).isEqualTo(2);
    assertThat(car.value(Cid.of(two, 0, two.length, true).text())).hasToString("[1,2,3]");
    assertThat(car.value("bafyreiclp443lavogvhj3d2ob2cxbfuscni2k5jk7bebjzg7khl3esabwq")).isNull();
  }
}
