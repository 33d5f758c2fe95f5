package org.bedside.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.1",
        "203.0.113.5",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "3fff::1"
      })
  void aPrivateOrSpecialAddressIsRefused(String address) {
    assertThat(new AddressRules(List.of()).allows("x", InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.169.0.1",
        "198.20.0.1",
        "223.255.255.1",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "64:ff9b::808:808",
        "2002:808:808::1"
      })
  void anAddressOfThePublicInternetMayBeAsked(String address) {
    assertThat(new AddressRules(List.of()).allows("x", InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "10.0.0.0/8", "intranet.example", "fd00::/8, 10.1.0.0/16"})
  void whatAnAdministratorAllowedMayBeAsked(String setting) {
    AddressRules rules = new AddressRules(List.of(setting.split(",")));

    assertThat(rules.allows("Intranet.example", InetAddress.ofLiteral("10.1.2.3"))).isTrue();
    assertThat(rules.allows("other.example", InetAddress.ofLiteral("192.168.0.1"))).isFalse();
  }

  @Test
  void anAllowanceThatNobodyCanReadIsRefusedInWords() {
    for (String wrong : List.of("localhost:8080", "http://feeds.example", "10.0.0.0/33")) {
      assertThatThrownBy(() -> new AddressRules(List.of(wrong)))
          .as(wrong)
          .hasMessageContaining(wrong)
          .hasMessageContaining("Leave ports and schemes out");
    }
  }
}
