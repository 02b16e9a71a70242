/** Who speaks in a chat: roles, the labels that sources write for them, and whole conversations. */
package io.nextgen.insight.pipeline.speaker;
