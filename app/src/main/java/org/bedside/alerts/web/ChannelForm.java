package org.bedside.alerts.web;

import java.net.URI;
import org.bedside.alerts.Shape;
import org.bedside.outbound.WebAddress;
import org.jspecify.annotations.Nullable;

/** A channel as entered. */
public record ChannelForm(
    @Nullable String name,
    @Nullable String address,
    @Nullable String shape,
    @Nullable String least) {

  static final ChannelForm EMPTY = new ChannelForm("", "", "", "4");
  private static final int LONGEST_NAME = 80;

  /** The name without what a page or a chat can't show, or empty. */
  public String bare() {
    String line = name == null ? "" : name.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME).strip();
  }

  /** The address; null where it is none that can be posted to. */
  @Nullable URI uri() {
    return WebAddress.parse(address == null ? "" : address)
        .filter(WebAddress::isWeb)
        .filter(uri -> uri.getRawUserInfo() == null)
        .orElse(null);
  }

  /** What it takes; what can't be read counts as text. */
  public Shape takes() {
    return Shape.named(shape);
  }

  /** 1 to 10; what can't be read counts as 4. */
  public int severity() {
    String figure = least == null ? "" : least.strip();
    return figure.matches("[1-9]|10") ? Integer.parseInt(figure) : 4;
  }
}
