package org.bedside.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request and its one answer. The work is done on a thread of its own, which is interrupted at
 * the deadline: that ends even a server that drips one byte a second into the handshake.
 */
final class Exchange implements AutoCloseable {

  private static final Http1Config HEADER_LIMITS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16_384).build();

  private static final int BEGINNING = 8 * 1024;
  private static final int MOST_REFUSAL = 256 * 1024;

  private final CloseableHttpClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Exchange(GuardedResolver resolver, String userAgent) {
    Timeout handshake = Timeout.ofSeconds(20);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(HEADER_LIMITS).build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(handshake).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.ofSeconds(10))
                    .setSocketTimeout(Timeout.ofSeconds(20))
                    .setTimeToLive(TimeValue.ofMinutes(1))
                    .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                    .build())
            .setMaxConnTotal(128)
            .setMaxConnPerRoute(8)
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setUserAgent(userAgent)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .evictExpiredConnections()
            .evictIdleConnections(TimeValue.ofSeconds(30))
            .build();
  }

  /** The raw answer; of what is no success only the beginning is read. */
  record Reply(int status, ResponseHeaders headers, Body body) {}

  Reply ask(Request request, URI url, Map<String, String> headers, Deadline deadline)
      throws IOException, InterruptedException {
    HttpUriRequestBase http = http(request, url, headers, deadline);
    Future<Reply> reply = threads.submit(() -> read(http, request.limits(), deadline));
    try {
      return reply.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      http.cancel();
      reply.cancel(true);
      throw new Problem("outbound.too-slow", "");
    } catch (InterruptedException e) {
      http.cancel();
      reply.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException("The answer could not be read", e);
    }
  }

  /** An answer whose body is still to be read; {@code end} lets go of the connection. */
  record Flow(int status, ResponseHeaders headers, InputStream body, Runnable end) {}

  /** As {@link #ask}, up to the headers of the answer. */
  Flow open(Request request, URI url, Map<String, String> headers, Deadline deadline)
      throws IOException, InterruptedException {
    HttpUriRequestBase http = http(request, url, headers, deadline);
    Future<ClassicHttpResponse> answer = threads.submit(() -> client.executeOpen(null, http, null));
    try {
      ClassicHttpResponse response = answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      @Nullable HttpEntity entity = response.getEntity();
      InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent();
      return new Flow(response.getCode(), headers(response), body, http::cancel);
    } catch (TimeoutException e) {
      http.cancel();
      answer.cancel(true);
      throw new Problem("outbound.too-slow", "");
    } catch (InterruptedException e) {
      http.cancel();
      answer.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException("The answer could not be read", e);
    }
  }

  /** Reads lines in a thread of its own until the flow ends or is ended. */
  Wire lines(Flow flow, String host) {
    BoundedWire wire = new BoundedWire(flow.end());
    threads.execute(
        () -> {
          try {
            new Lines(flow.body()).into(wire);
            wire.end("outbound.ended", host);
          } catch (Problem e) {
            wire.end(e.code(), e.detail());
          } catch (SocketTimeoutException e) {
            wire.end("outbound.too-slow", host);
          } catch (IOException e) {
            wire.end("outbound.broken", host);
          } catch (InterruptedException e) {
            wire.end("outbound.interrupted", host);
          } finally {
            flow.end().run();
          }
        });
    return wire;
  }

  private static HttpUriRequestBase http(
      Request request, URI url, Map<String, String> headers, Deadline deadline) {
    HttpUriRequestBase http = new HttpUriRequestBase(request.method(), url);
    Limits limits = request.limits();
    http.setConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(timeout(deadline.left()))
            .setResponseTimeout(timeout(shorter(limits.read(), deadline.left())))
            .setProtocolUpgradeEnabled(false)
            .build());
    headers.forEach(http::setHeader);
    http.setHeader("Accept-Encoding", headers.getOrDefault("Accept-Encoding", "gzip, deflate"));
    Payload body = request.body();
    if (body != null) {
      http.setEntity(new ByteArrayEntity(body.bytes(), null));
    }
    return http;
  }

  private Reply read(HttpUriRequestBase http, Limits limits, Deadline deadline) throws IOException {
    try (ClassicHttpResponse response = client.executeOpen(null, http, null)) {
      ResponseHeaders headers = headers(response);
      @Nullable HttpEntity entity = response.getEntity();
      if (entity == null) {
        return new Reply(response.getCode(), headers, new Body(new byte[0]));
      }
      if (response.getCode() / 100 != 2) {
        boolean redirect = response.getCode() < 400;
        byte[] beginning = redirect ? new byte[0] : beginning(entity, headers, deadline);
        // Closing would first read what is left.
        http.cancel();
        return new Reply(response.getCode(), headers, new Body(beginning));
      }
      try {
        requireFit(entity, limits);
        InputStream in = entity.getContent();
        byte[] bytes =
            Decoding.read(in, headers.first("content-encoding"), limits.bytes(), deadline);
        return new Reply(response.getCode(), headers, new Body(bytes));
      } catch (Problem e) {
        // Closing would first read what is left.
        http.cancel();
        throw e;
      }
    }
  }

  private static byte[] beginning(HttpEntity entity, ResponseHeaders headers, Deadline deadline) {
    try {
      InputStream in = entity.getContent();
      byte[] all = Decoding.read(in, headers.first("content-encoding"), MOST_REFUSAL, deadline);
      return Arrays.copyOf(all, Math.min(all.length, BEGINNING));
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static void requireFit(HttpEntity entity, Limits limits) throws Problem {
    if (entity.getContentLength() > limits.bytes()) {
      throw new Problem("outbound.too-large", Integer.toString(limits.bytes() / (1024 * 1024)));
    }
  }

  private static ResponseHeaders headers(ClassicHttpResponse response) {
    Map<String, String> values = new HashMap<>();
    for (Header header : response.getHeaders()) {
      if (header.getValue() != null) {
        String name = header.getName().toLowerCase(Locale.ROOT);
        if (name.equals("link")) {
          values.merge(name, header.getValue(), (some, more) -> some + ", " + more);
        } else {
          values.putIfAbsent(name, header.getValue());
        }
      }
    }
    return new ResponseHeaders(values);
  }

  private static Timeout timeout(Duration length) {
    return Timeout.of(length.plusMillis(1));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }
}
