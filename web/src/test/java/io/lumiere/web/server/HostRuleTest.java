package io.lumiere.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.web.Listen;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostRuleTest {
  private static HostRule rule(String address, String... hosts) {
    return HostRule.of(new Listen(address, 0, List.of(hosts), null), 7171);
  }

  @Test
  void anIpv6AddressIsTheSameHoweverItIsWritten() {
    for (HostRule rule : List.of(rule("2001:db8:0:0:0:0:0:5"), rule("2001:DB8::5"))) {
      assertThat(rule.allows("[2001:db8::5]:7171")).isTrue();
      assertThat(rule.allows("[2001:DB8:0:0::5]:7171")).isTrue();
      assertThat(rule.allows("[2001:db8:0:0:0:0:0:5]:7171")).isTrue();
      assertThat(rule.allows("[2001:db8::5]:80")).isFalse();
      assertThat(rule.allows("[2001:db8::5]")).isFalse();
      assertThat(rule.allows("[2001:db8::6]:7171")).isFalse();
      assertThat(rule.allows("[::1]:7171")).isTrue();
    }
  }

  @Test
  void whatIsNoAddressIsNoneOfOurs() {
    HostRule rule = rule("0.0.0.0", "Photos.Example");
    for (String host :
        List.of(
            "[", "[]", "[localhost]:7171", "[127.0.0.1]:7171", "[::1:7171", "[::1]x:7171", "]")) {
      assertThat(rule.allows(host)).as(host).isFalse();
    }
    assertThat(rule.allows("photos.example:7171")).isTrue();
    assertThat(rule.allows("LOCALHOST:7171")).isTrue();
  }
}
