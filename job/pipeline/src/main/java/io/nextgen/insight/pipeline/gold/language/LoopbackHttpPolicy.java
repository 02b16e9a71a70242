package io.nextgen.insight.pipeline.gold.language;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.UrlBuilder;
import java.net.MalformedURLException;
import reactor.core.publisher.Mono;

/**
 * Sends to a loopback address by plain http what the SDK takes for https: it refuses to attach a
 * key to plain http, and the emulator has no certificate. Behind the policy that attaches the key.
 */
final class LoopbackHttpPolicy implements HttpPipelinePolicy {

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    HttpRequest request = context.getHttpRequest();
    try {
      request.setUrl(UrlBuilder.parse(request.getUrl()).setScheme("http").toUrl());
    } catch (MalformedURLException e) {
      return Mono.error(e);
    }
    return next.process();
  }
}
