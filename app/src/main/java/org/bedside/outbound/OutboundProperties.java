package org.bedside.outbound;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allow host names, addresses and ranges (CIDR) that may be asked although they are private
 * @param perHost requests to one host at once
 * @param spacing between two requests to one host
 */
@ConfigurationProperties("bedside.outbound")
record OutboundProperties(
    @DefaultValue List<String> allow,
    @DefaultValue("2") int perHost,
    @DefaultValue("250ms") Duration spacing) {

  OutboundProperties {
    allow = List.copyOf(allow);
  }
}
