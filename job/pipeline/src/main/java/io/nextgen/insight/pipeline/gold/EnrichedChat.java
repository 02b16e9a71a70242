package io.nextgen.insight.pipeline.gold;

import io.nextgen.insight.pipeline.model.SilverChat;

/** A chat and what the AI found in it. */
public record EnrichedChat(SilverChat chat, Enrichment enrichment) {}
