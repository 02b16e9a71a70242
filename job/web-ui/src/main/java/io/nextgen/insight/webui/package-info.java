/** What stands between people and Flink's REST API. */
package io.nextgen.insight.webui;
