package io.lumiere.models.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https_proxy, http://proxy:3128, -, https://models.example/a, proxy:3128",
        "HTTPS_PROXY, proxy:3128, -, https://models.example/a, proxy:3128",
        "https_proxy, http://proxy/, -, https://models.example/a, proxy:80",
        "all_proxy, http://proxy:1, -, https://models.example/a, proxy:1",
        "http_proxy, http://proxy:1, -, https://models.example/a, -",
        "https_proxy, http://proxy:1, models.example, https://models.example/a, -",
        "https_proxy, http://proxy:1, 'localhost,.example', https://models.example/a, -",
        "https_proxy, http://proxy:1, 'odels.example', https://models.example/a, proxy:1",
        "https_proxy, http://proxy:1, *, https://models.example/a, -",
      })
  void theEnvironmentIsReadAsCurlDoes(
      String variable, String value, String except, String address, String expected) {
    Map<String, String> environment =
        except == null ? Map.of(variable, value) : Map.of(variable, value, "no_proxy", except);
    Proxy proxy = Proxies.of(environment).select(URI.create(address)).get(0);
    if (expected == null) {
      assertThat(proxy).isEqualTo(Proxy.NO_PROXY);
    } else {
      InetSocketAddress at = (InetSocketAddress) proxy.address();
      assertThat(at.getHostString() + ":" + at.getPort()).isEqualTo(expected);
    }
  }

  @Test
  void whatIsNoProxyIsRefusedByName() {
    for (String wrong : new String[] {"socks5://proxy:1080", "http://", "::"}) {
      assertThatThrownBy(() ->
              Proxies.of(Map.of("https_proxy", wrong)).select(URI.create("https://models.example")))
          .isInstanceOf(LumiereException.class)
          .hasMessageContaining(wrong);
    }
  }
}
