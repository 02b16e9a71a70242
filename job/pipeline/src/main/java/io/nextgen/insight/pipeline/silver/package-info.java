/** From parsed to joined and masked: duplicates, tickets, personal data. */
package io.nextgen.insight.pipeline.silver;
