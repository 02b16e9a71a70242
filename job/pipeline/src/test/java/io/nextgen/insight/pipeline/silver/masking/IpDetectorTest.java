package io.nextgen.insight.pipeline.silver.masking;

import io.nextgen.insight.pipeline.silver.PiiKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpDetectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public IP «203.0.113.7»",
        "can't reach «192.0.2.233»:8080 from outside",
        "subnet «198.51.100.0»/24.",
        "«2001:db8:c582::f032:437a» on the WAN side",
        "ssh to «2001:0db8:8896:3c3a:0a10:0743:7bb6:f397» hangs",
        "«2001:DB8:450F::2AD:2D11».",
        "ping «fe80::f40b:a6f1:4141:c669»",
        "[«2001:db8::1»]:443",
        "«２０３.0.113.7»",
        "ip «198[.]51[.]100[.]7» is down",
        "my ip is «198 dot 51 dot 100 dot 7»",
        "«198 . 51 . 100 . 7» it is",
        "see «198.051.100.007» there"
      })
  void masks(String marked) {
    MarkedText.assertMasked(PiiKind.IP, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "router page 192.168.0.1 loads fine",
        "I can open 127.0.0.1 and 10.0.0.1 and 172.16.4.1",
        "netmask 255.255.255.0",
        "firmware 11.11.64.206 (rev B)",
        "version 8.36.94.21",
        "last log line is 12:37:21",
        "at 2026-09-04T15:53:21Z",
        "std::vector and a::b",
        "1.2.3",
        "ratio 16:9"
      })
  void leavesReadable(String text) {
    MarkedText.assertReadable(text);
  }
}
