package io.nextgen.insight.pipeline.gold.salting;

import io.nextgen.insight.pipeline.model.SilverChat;

/**
 * A chat with the key that its batch is made under.
 *
 * @param region the chat's; {@link #UNKNOWN_REGION} where it has none, never null
 * @param salt which of the region's keys
 */
public record SaltedChat(String region, int salt, SilverChat chat) {

  /** The region of chats that no ticket gave one. They make batches of their own. */
  public static final String UNKNOWN_REGION = "unknown";

  /** {@code Region#salt}: what to key by. */
  public String regionKey() {
    return regionKey(region, salt);
  }

  static String regionKey(String region, int salt) {
    return region + "#" + salt;
  }

  /** The chat's region, or {@link #UNKNOWN_REGION}. */
  public static String regionOf(SilverChat chat) {
    return chat.region() == null || chat.region().isBlank() ? UNKNOWN_REGION : chat.region();
  }
}
