/** Files as they land: found, opened whatever their format, cut into records. */
package io.nextgen.insight.pipeline.landing;
