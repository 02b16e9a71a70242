package io.nextgen.insight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortClaimTest {

  @Test
  void twoRunsThatStartTogetherHaveDifferentPorts() throws Exception {
    try (PortClaim first = PortClaim.firstOf(28081, 28130);
        PortClaim second = PortClaim.firstOf(28081, 28130)) {
      assertThat(second.port()).isGreaterThan(first.port());
    }
  }

  @Test
  void passesOverAPortThatAnotherProgramHas() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> PortClaim.firstOf(port, port))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("-Drest.port");
    }
  }

  @Test
  void aPortIsFreeAgainAfterTheRun() throws Exception {
    int port;
    try (PortClaim claim = PortClaim.firstOf(28081, 28130)) {
      port = claim.port();
    }
    try (PortClaim again = PortClaim.firstOf(port, port)) {
      assertThat(again.port()).isEqualTo(port);
    }
  }
}
