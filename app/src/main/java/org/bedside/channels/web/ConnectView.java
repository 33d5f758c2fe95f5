package org.bedside.channels.web;

import org.bedside.channels.Network;
import org.bedside.channels.connecting.Grantor;

/**
 * What a page says about connecting in the browser.
 *
 * @param action where the form goes
 * @param redirect that is to be registered with the network
 * @param clientId of the client that is kept, or empty
 * @param elsewhere the address of this page under the name that the network leads back to; null
 *     where it was asked for under that name
 */
public record ConnectView(
    Network network,
    String action,
    String redirect,
    String clientId,
    @org.jspecify.annotations.Nullable String elsewhere) {

  /** Whether the network grants access in the browser. */
  public boolean possible() {
    return Grantor.of(network).isPresent();
  }

  /** Whether somebody has to make a client there first. */
  public boolean wantsClient() {
    return Grantor.of(network).filter(Grantor::wantsClient).isPresent();
  }

  public boolean secretIsOptional() {
    return Grantor.of(network).filter(Grantor::takesPublicClients).isPresent();
  }

  /** Part of the keys of what is said about who grants access. */
  public String grantor() {
    return Grantor.of(network).map(Grantor::name).orElse("");
  }

  /** Whether a part of the account is to be named before; pages are chosen after. */
  public boolean wantsPlace() {
    return network == Network.GOOGLE_BUSINESS;
  }
}
