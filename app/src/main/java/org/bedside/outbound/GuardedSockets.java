package org.bedside.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connections for protocols other than HTTP: only to addresses that may be asked, checked on the
 * very address that is connected to, and with a limit to what they bring. Sockets that are made on
 * an existing one are encrypted. Thread-safe.
 */
final class GuardedSockets extends SSLSocketFactory {

  private static final int MILLIS_TO_CONNECT = 10_000;

  private final AddressRules rules;
  private final SSLSocketFactory encrypting;
  private final long mostBytes;

  GuardedSockets(AddressRules rules, SSLSocketFactory encrypting, long mostBytes) {
    this.rules = rules;
    this.encrypting = encrypting;
    this.mostBytes = mostBytes;
  }

  @Override
  public Socket createSocket() {
    return new Guarded();
  }

  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
      throws IOException {
    return encrypting.createSocket(plain, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = new Guarded();
    socket.connect(address, MILLIS_TO_CONNECT);
    return socket;
  }

  /** The same, never encrypted by itself: for protocols that begin in the clear. */
  SocketFactory plain() {
    return new Plain();
  }

  private final class Plain extends SocketFactory {

    @Override
    public Socket createSocket() {
      return GuardedSockets.this.createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return connected(new InetSocketAddress(host, port));
    }
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return encrypting.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return encrypting.getSupportedCipherSuites();
  }

  private final class Guarded extends Socket {

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, MILLIS_TO_CONNECT);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress address) || address.isUnresolved()) {
        throw new UnknownHostException(String.valueOf(endpoint));
      }
      if (!rules.allows(address.getHostString(), address.getAddress())) {
        throw new GuardedResolver.PrivateAddressException(address.getHostString());
      }
      setTcpNoDelay(true); // a command is answered before the next one is sent
      super.connect(endpoint, timeout);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new Limited(super.getInputStream());
    }
  }

  private final class Limited extends FilterInputStream {

    private long count;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      counted(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      counted(Math.max(0, read));
      return read;
    }

    private void counted(int more) throws Problem {
      count += more;
      if (count > mostBytes) {
        throw new Problem("outbound.too-large", Long.toString(mostBytes / (1024 * 1024)));
      }
    }
  }
}
