package io.nextgen.insight.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void readsACommandAndItsOptionsInBothSpellings() {
    Arguments arguments =
        Arguments.parse("maintain", "--lake", "/lake", "--z-order-files=20", "--z-order", "a, b");

    assertThat(arguments.command()).isEqualTo(Command.MAINTAIN);
    assertThat(arguments.text(Option.LAKE)).isEqualTo("/lake");
    assertThat(arguments.number(Option.Z_ORDER_FILES, 1)).isEqualTo(20);
    assertThat(arguments.list(Option.Z_ORDER)).containsExactly("a", "b");
  }

  @Test
  void whatIsNotGivenHasItsDefault() {
    Arguments arguments = Arguments.parse("maintain", "--lake", "/lake");

    assertThat(arguments.list(Option.Z_ORDER)).containsExactly("cust_id", "Region", "Priority");
    assertThat(arguments.duration(Option.VACUUM_RETENTION)).isEqualTo(Duration.ofDays(7));
    assertThat(arguments.bytes(Option.FILE_SIZE)).isEqualTo(128L << 20);
    assertThat(arguments.find(Option.CATALOG)).isEmpty();
  }

  @Test
  void everyDefaultCanBeRead() {
    Arguments maintain = Arguments.parse("maintain", "--lake", "/lake");
    Arguments erase = Arguments.parse("erase", "--lake", "/lake");

    maintain.number(Option.Z_ORDER_FILES, 1);
    maintain.number(Option.Z_ORDER_MIN_NEW, 0);
    maintain.number(Option.LATE_TICKET_DAYS, 1);
    maintain.number(Option.ATTEMPTS, 1);
    assertThat(Vacuum.checked(maintain.duration(Option.VACUUM_RETENTION)))
        .isLessThanOrEqualTo(maintain.duration(Option.LOG_RETENTION));
    assertThat(erase.duration(Option.ERASE_AGAIN)).isEqualTo(Duration.ofDays(90));
    assertThat(Purge.Mode.of(erase.text(Option.PURGE))).isEqualTo(Purge.Mode.RETENTION);
  }

  @Test
  void aWrongCommandLineIsNamedWithWhatThereIs() {
    refused("no command", "A command is missing. Usage:");
    refused("another", "polish is no command. There are: maintain, erase, publish", "polish");
    refused("no lake", "--lake is missing. Root of the lake", "maintain");
    refused(
        "unknown", "Unknown option --zorder. maintain has: --lake,", "maintain", "--zorder", "a");
    refused(
        "of another command",
        "Not an option of this command: --cust-id. maintain has:",
        "maintain",
        "--cust-id",
        "C-1");
    refused("no value", "--lake needs a value", "maintain", "--lake");
    refused("twice", "--lake is given twice", "maintain", "--lake", "a", "--lake", "b");
    for (Option option : Option.values()) {
      String command =
          Stream.of(Command.values()).filter(option::isOf).findFirst().orElseThrow().word();
      refused("empty", option.flag() + " is empty. ", command, option.flag() + "=");
      refused("blank", option.flag() + " is empty. ", command, option.flag(), "  ");
    }
    refused("no option", "Argument 2 is no option", "maintain", "lake");
  }

  @Test
  void anEmptyEntryIsNotPassedOver() {
    Arguments arguments = Arguments.parse("maintain", "--lake", "/lake", "--tables", "gold.x,");

    assertThatThrownBy(() -> arguments.list(Option.TABLES))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("--tables has an empty entry. Which tables are compacted");
  }

  @Test
  void aValueThatCannotBeReadIsNotQuoted() {
    Arguments arguments =
        Arguments.parse(
            "maintain", "--lake", "/lake", "--vacuum-retention", "C-4711", "--file-size", "0mb");

    assertThatThrownBy(() -> arguments.duration(Option.VACUUM_RETENTION))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("--vacuum-retention is not a duration such as 7d")
        .hasMessageNotContaining("C-4711");
    assertThatThrownBy(() -> arguments.bytes(Option.FILE_SIZE))
        .hasMessageStartingWith("--file-size is not a size such as 512kb");
  }

  private static void refused(String what, String message, String... args) {
    assertThatThrownBy(() -> Arguments.parse(args))
        .as(what)
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith(message)
        .hasNoCause();
  }
}
