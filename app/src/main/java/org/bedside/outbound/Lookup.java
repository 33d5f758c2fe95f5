package org.bedside.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface Lookup {

  List<InetAddress> addresses(String host) throws UnknownHostException;
}
