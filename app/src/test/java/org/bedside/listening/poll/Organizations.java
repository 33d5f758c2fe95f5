package org.bedside.listening.poll;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bedside.database.OrganizationId;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.PollQueue;
import org.bedside.listening.connector.Rhythm;
import org.bedside.listening.connector.Streaming;
import org.bedside.listening.connector.Target;
import org.jspecify.annotations.Nullable;

/**
 * Organizations that follow streams, each with what it stored: posts, then withdrawals, with the
 * cursor, as the database would have it after each transaction.
 */
public final class Organizations implements AutoCloseable {

  private final Queue queue = new Queue();
  private final Streams streams;
  private final Map<UUID, Organization> all = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  public Organizations(Clock clock) {
    Rhythm rhythm = new Rhythm(Duration.ofMinutes(5), Duration.ofHours(3), Duration.ofMinutes(3));
    streams = new Streams(queue, rhythm, clock);
  }

  /** One that has heard everything up to a cursor and does not listen yet. */
  public Organization at(Streaming connector, URI url, @Nullable String cursor) {
    return at(connector, url, cursor, null);
  }

  /** The same with a credential. */
  public Organization at(
      Streaming connector, URI url, @Nullable String cursor, @Nullable Credential credential) {
    Organization organization = new Organization(connector, url, cursor, credential);
    all.put(organization.source, organization);
    return organization;
  }

  @Override
  public void close() {
    all.values().forEach(one -> one.always = false);
    streams.destroy();
  }

  /** What happens to it while a transaction is under way. */
  public interface Mishap {

    /** Whether it is still to be listened to; throws where nothing could be stored. */
    boolean happens() throws InterruptedException;
  }

  private interface Check {
    boolean holds();
  }

  /** One organization with one source. */
  public final class Organization {

    private final UUID source = UUID.randomUUID();
    private final Streaming connector;
    private final URI url;
    private final @Nullable Credential credential;
    private final Map<String, String> stored = new LinkedHashMap<>();
    private final List<String> born = new ArrayList<>();
    private List<Remark> remarks = List.of();
    private @Nullable String cursor;
    private @Nullable String left = "not there yet";
    private volatile boolean always;
    private volatile Mishap mishap = () -> true;

    private Organization(
        Streaming connector, URI url, @Nullable String cursor, @Nullable Credential credential) {
      this.connector = connector;
      this.url = url;
      this.cursor = cursor;
      this.credential = credential;
    }

    /** Begins to listen where it was, as the poller would let it. */
    public Organization listens() {
      lock.lock();
      try {
        mishap = () -> true;
        left = null;
        streams.follow(
            new PollQueue.Claim(
                UUID.randomUUID(),
                new OrganizationId(UUID.randomUUID()),
                source,
                connector.type(),
                new Target(url, cursor, credential),
                Duration.ofMinutes(30),
                0),
            connector);
        return this;
      } finally {
        lock.unlock();
      }
    }

    /** Begins to listen again where it doesn't. */
    public void listensUnlessItDoes() {
      lock.lock();
      try {
        if (left != null) {
          listens();
        }
      } finally {
        lock.unlock();
      }
    }

    /** From now on begins again whenever it has left. */
    public void alwaysListens() {
      lock.lock();
      try {
        always = true;
        listensUnlessItDoes();
      } finally {
        lock.unlock();
      }
    }

    private void leaves(String why) {
      left = why;
      if (always) {
        listens();
      }
    }

    /** Happens before each transaction from now on. */
    public void meets(Mishap what) {
      mishap = what;
    }

    /** Is paused at the next transaction. */
    public void isPaused() {
      meets(() -> false);
    }

    /** Waits until what it has is this, by the addresses of the posts. */
    public void awaitPosts(Map<String, String> posts) throws InterruptedException {
      await(() -> stored.equals(posts));
    }

    /** Waits until what it has of an account, or of all whose addresses begin so, is this. */
    public void awaitPosts(String beginning, Map<String, String> posts)
        throws InterruptedException {
      await(
          () -> {
            Map<String, String> those = new LinkedHashMap<>(stored);
            those.keySet().removeIf(key -> !key.startsWith(beginning));
            return those.equals(posts);
          });
    }

    /** Waits until it has a post. */
    public void awaitPost(String key) throws InterruptedException {
      await(() -> stored.containsKey(key));
    }

    /** Waits until people are told that something is missing, or that nothing is. */
    public void awaitRemarks(int count) throws InterruptedException {
      await(() -> remarks.size() == count);
    }

    /** Waits until its cursor is this. */
    public void awaitCursor(String reached) throws InterruptedException {
      await(() -> reached.equals(cursor));
    }

    /** Waits until it doesn't listen any more; answers why. */
    public String awaitLeft() throws InterruptedException {
      await(() -> left != null);
      return Objects.requireNonNull(left);
    }

    /** The addresses of the posts that came to life, in their order, however often. */
    public List<String> born() {
      lock.lock();
      try {
        return List.copyOf(born);
      } finally {
        lock.unlock();
      }
    }

    private void await(Check check) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (!check.holds()) {
          changed.await();
        }
      } finally {
        lock.unlock();
      }
    }

    private void store(Heard.Posts posts) {
      for (RawPost post : posts.posts()) {
        String key = String.valueOf(post.externalId());
        if (stored.put(key, post.text()) == null) {
          born.add(key);
        }
      }
      posts.withdrawn().forEach(stored::remove);
      posts
          .withdrawnBelow()
          .forEach(beginning -> stored.keySet().removeIf(key -> key.startsWith(beginning)));
      cursor = posts.cursor();
    }
  }

  private final class Queue implements PollQueue {

    private Organization of(Claim claim) {
      return Objects.requireNonNull(all.get(claim.source()));
    }

    private void change(Runnable change) {
      lock.lock();
      try {
        change.run();
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void prepare(Claim claim) {}

    @Override
    public boolean hear(Claim claim, Heard.Posts posts) {
      boolean kept = keep(claim);
      if (kept) {
        change(() -> of(claim).store(posts));
      }
      return kept;
    }

    @Override
    public boolean remark(Claim claim, List<Remark> remarks) {
      change(() -> of(claim).remarks = List.copyOf(remarks));
      return true;
    }

    @Override
    public boolean keep(Claim claim) {
      try {
        return of(claim).mishap.happens();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void broke(Claim claim, Heard.Trouble trouble) {
      change(() -> of(claim).leaves(trouble.code()));
    }

    @Override
    public void release(Claim claim, Duration again) {
      change(() -> of(claim).leaves("released"));
    }

    @Override
    public List<Claim> claim(int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome heard(Claim claim, Heard heard) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void releaseAll() {
      throw new UnsupportedOperationException();
    }
  }
}
