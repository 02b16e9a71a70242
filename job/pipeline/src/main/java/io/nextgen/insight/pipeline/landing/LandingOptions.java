package io.nextgen.insight.pipeline.landing;

import io.nextgen.insight.pipeline.config.OptionRules;
import io.nextgen.insight.pipeline.config.QuotedValue;
import io.nextgen.insight.pipeline.config.ValueRange;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ReadableConfig;

/** Options of the landing zone. */
public final class LandingOptions {

  public static final ConfigOption<String> PATH =
      ConfigOptions.key("landing.path")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Root of the landing zone, watched with all its folders: a folder, or"
                  + " abfss://CONTAINER@ACCOUNT.dfs.core.windows.net/PATH.");

  public static final ConfigOption<String> CHAT_PATTERN =
      ConfigOptions.key("landing.chat-pattern")
          .stringType()
          .defaultValue("*chat*")
          .withDescription(
              "Which files hold chats: a pattern with * and ?, in any letter case. The file's name"
                  + " decides; if it matches neither pattern, its folder does, then the folder"
                  + " above, up to the root; last, the whole path below the root.");

  public static final ConfigOption<String> TICKET_PATTERN =
      ConfigOptions.key("landing.ticket-pattern")
          .stringType()
          .defaultValue("*ticket*")
          .withDescription(
              "Which files hold tickets, like landing.chat-pattern. A name that matches both is a"
                  + " ticket's.");

  public static final ConfigOption<Duration> DISCOVERY_INTERVAL =
      ConfigOptions.key("landing.discovery-interval")
          .durationType()
          .defaultValue(Duration.ofSeconds(1))
          .withDescription(
              "How often the landing zone is searched for new files. A search makes a call to the"
                  + " storage for each folder in use, and more for folders of thousands of files:"
                  + " on Azure, where calls are charged, 10 s or more is a good choice.");

  public static final ConfigOption<Duration> SETTLE_TIME =
      ConfigOptions.key("landing.settle-time")
          .durationType()
          .defaultValue(Duration.ofSeconds(2))
          .withDescription(
              "How long a file must have been left unchanged before it is read, so that an upload"
                  + " is not cut in half. A file that changes later is read again.");

  public static final ConfigOption<Duration> FOLDER_HORIZON =
      ConfigOptions.key("landing.folder-horizon")
          .durationType()
          .defaultValue(Duration.ofDays(2))
          .withDescription(
              "A folder for an hour, a day, a month or a year that ended longer ago is searched only"
                  + " when the landing zone is searched as a whole. 0 s: it always is.");

  public static final ConfigOption<Duration> SWEEP_INTERVAL =
      ConfigOptions.key("landing.sweep-interval")
          .durationType()
          .defaultValue(Duration.ofHours(1))
          .withDescription(
              "How often the landing zone is searched as a whole at least, for files that came to"
                  + " folders of long ago: more often where it takes less than a sixtieth of the time."
                  + " Every start begins with such a search.");

  public static final ConfigOption<Integer> REMEMBERED_FILES =
      ConfigOptions.key("landing.remembered-files")
          .intType()
          .defaultValue(1_000_000)
          .withDescription(
              "How many files are remembered one by one, at 5 bytes each in a checkpoint. What is"
                  + " older is remembered by the hour, see landing.md.");

  public static final ConfigOption<MemorySize> RANGE_SIZE =
      ConfigOptions.key("landing.range-size")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(64))
          .withDescription(
              "Files larger than this are read by several subtasks at once, in ranges of this size,"
                  + " where they hold a record a line and are neither compressed nor UTF-16.");

  public static final ConfigOption<MemorySize> MAX_RECORD_SIZE =
      ConfigOptions.key("landing.max-record-size")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(8))
          .withDescription(
              "The largest record that is read, in bytes of UTF-8. Of a larger one the beginning"
                  + " goes to the dead letters. A source subtask holds one or two such records.");

  public static final ConfigOption<String> IGNORE =
      ConfigOptions.key("landing.ignore")
          .stringType()
          .defaultValue(
              "*.tmp,*.temp,*~,*._COPYING_,*.filepart,*.part,*.partial,*.crdownload,*.download,"
                  + "*.opdownload,*.inprogress,*.in-progress,*.incomplete,*.uploading,*.swp,*.swx,"
                  + "*.aria2,*.lock")
          .withDescription(
              "Files and folders that are left alone, by their names: patterns with * and ?, in any"
                  + " letter case, with commas between. The default names uploads in progress of the"
                  + " common tools. Names that begin with . or _ are left alone in any case, except"
                  + " folders such as _date=2026-11-30.");

  /** The value of {@link #CHARSET} for detection. */
  static final String AUTO = "auto";

  public static final ConfigOption<String> CHARSET =
      ConfigOptions.key("landing.charset")
          .stringType()
          .defaultValue(AUTO)
          .withDescription(
              "The encoding of files that are not UTF-8, such as windows-1252, ISO-8859-15 or"
                  + " Shift_JIS. With auto it is detected by the first megabyte of each file; a"
                  + " record whose encoding is not certain goes to the dead letters. UTF-8: nothing"
                  + " is detected. A file in UTF-8, or in UTF-16 or UTF-32 with a byte order mark,"
                  + " is read as such in any case.");

  /** What the options may be. */
  public static final OptionRules RULES =
      OptionRules.none()
          .with(
              PATH,
              ValueRange.where(
                  "a folder, or abfss://CONTAINER@ACCOUNT.dfs.core.windows.net/PATH", path -> true))
          .with(CHAT_PATTERN, ValueRange.where("a pattern such as *chat*", pattern -> true))
          .with(
              TICKET_PATTERN,
              ValueRange.where(
                  "a pattern such as *ticket* that does not match every name, which would leave no"
                      + " chats",
                  pattern -> !pattern.matches("\\*+")))
          .with(DISCOVERY_INTERVAL, ValueRange.durationAboveZero())
          .with(SETTLE_TIME, ValueRange.duration(Duration.ZERO))
          .with(FOLDER_HORIZON, ValueRange.duration(Duration.ZERO))
          .with(SWEEP_INTERVAL, ValueRange.durationAboveZero())
          .with(REMEMBERED_FILES, ValueRange.number(100, 100_000_000))
          .with(RANGE_SIZE, ValueRange.size("64 kb", "1 tb"))
          .with(
              CHARSET,
              ValueRange.where(
                  "auto, or a charset's name such as windows-1252", LandingOptions::isCharset))
          .with(
              IGNORE,
              ValueRange.where(
                  "patterns such as *.tmp,*.part, none of which is empty or matches every name",
                  patterns ->
                      IgnoredNames.split(patterns).noneMatch(each -> each.matches("[*?]*"))))
          .with(MAX_RECORD_SIZE, ValueRange.size("1 kb", "256 mb"))
          .withContradiction(LandingOptions::equalPatterns);

  private LandingOptions() {}

  private static boolean isCharset(String name) {
    try {
      return name.equalsIgnoreCase(AUTO) || Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static Optional<String> equalPatterns(ReadableConfig config) {
    String chats = config.get(CHAT_PATTERN);
    return chats.equalsIgnoreCase(config.get(TICKET_PATTERN))
        ? Optional.of(
            "--%s and --%s are both %s; every file would be taken for tickets"
                .formatted(CHAT_PATTERN.key(), TICKET_PATTERN.key(), QuotedValue.of(chats)))
        : Optional.empty();
  }

  /**
   * The landing zone's root.
   *
   * @throws IllegalConfigurationException where it is missing or empty
   */
  static String requiredPath(ReadableConfig config) {
    if (config.getOptional(PATH).isEmpty()) {
      throw new IllegalConfigurationException(
          "--%s is missing: name the folder in which chats and tickets land".formatted(PATH.key()));
    }
    return RULES.get(config, PATH);
  }
}
