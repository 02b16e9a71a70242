/** Records as they came, read by the contract: chats, tickets, or dead letters with the reason. */
package io.nextgen.insight.pipeline.bronze;
