package io.nextgen.insight.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatorCommandTest {

  @Test
  void readsEveryOption() {
    EmulatorOptions options =
        EmulatorCommand.parse(
            ("--host 127.0.0.2 --port 9000 --key k --tier F0 --fault throttling=0.1 --fault hang=0.2 --seed 7"
                    + " --latency 50 --jitter 20 --retry-after 300 --fault-attempts 2 --refuse poison")
                .split(" "));

    assertThat(options)
        .isEqualTo(
            new EmulatorOptions(
                "127.0.0.2",
                9000,
                "k",
                Quota.FREE,
                FaultPlan.none()
                    .with(Fault.THROTTLING, 0.1)
                    .with(Fault.HANG, 0.2)
                    .withSeed(7)
                    .withLatency(50, 20)
                    .withRetryAfter(300)
                    .withFirstAttempts(2)
                    .withRefusedText("poison")));
    assertThat(EmulatorCommand.parse("--quota", "5/60").quota()).isEqualTo(new Quota(5, 60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot 80          | there is no option --prot",
        "port               | they begin with --",
        "--port             | --port is unknown or lacks its value",
        "--port eighty      | --port takes a whole number",
        "--port 70000       | the port must be from 0 to 65535, not 70000",
        "--tier gold        | --tier takes unlimited, S or F0",
        "--quota 100        | --quota takes requests a second and a minute",
        "--fault rain=0.5   | THROTTLING, SERVER_ERROR",
        "--port 80 --port 81 | --port is given twice",
        "--fault hang=often | a rate from 0 to 1",
      })
  void saysWhatIsWrongWithAnOption(String args, String message) {
    assertThatThrownBy(() -> EmulatorCommand.parse(args.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  /** An empty text is in every document: all would be refused. */
  @ParameterizedTest
  @ValueSource(strings = {"--host", "--key", "--refuse", "--port", "--quota", "--fault"})
  void anEmptyValueIsRefused(String option) {
    assertThatThrownBy(() -> EmulatorCommand.parse(option, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(option + " is empty");
  }

  @Test
  void theUsageNamesEveryFault() {
    for (Fault fault : Fault.values()) {
      assertThat(EmulatorCommand.USAGE).contains(fault.name().toLowerCase(Locale.ROOT));
    }
  }
}
