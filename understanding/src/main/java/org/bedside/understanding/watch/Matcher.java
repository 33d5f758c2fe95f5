package org.bedside.understanding.watch;

import java.util.Arrays;
import org.bedside.understanding.Post;

/** The buffers to hold one post after the other against an index. Not thread-safe. */
final class Matcher {

  private static final int[] NOTHING = {};

  private final PostTerms post;
  private final Plan[] plans;
  private final Postings postings;
  private final int[] groupSeen;
  private final int[] watchSeen;
  private int round;
  private int[] found = new int[64];
  private int count;

  Matcher(PostTerms post, Plan[] plans, Postings postings) {
    this.post = post;
    this.plans = plans;
    this.postings = postings;
    groupSeen = new int[postings.groups()];
    watchSeen = new int[plans.length];
  }

  int[] match(Post next) {
    post.read(next);
    if (++round == 0) {
      Arrays.fill(groupSeen, 0);
      Arrays.fill(watchSeen, 0);
      round = 1;
    }
    count = 0;
    for (int i = 0; i < post.touchedCount(); i++) {
      int group = postings.group(post.touched(i));
      if (group >= 0) {
        look(group);
      }
    }
    for (int i = 1; i < post.words(); i++) {
      int first = post.wordAt(i - 1);
      int second = post.wordAt(i);
      if (first >= 0 && second >= 0) {
        int group = postings.group(first, second);
        if (group >= 0 && groupSeen[group] != round) {
          groupSeen[group] = round;
          look(group);
        }
      }
    }
    post.clear();
    if (count == 0) {
      return NOTHING;
    }
    Arrays.sort(found, 0, count);
    return Arrays.copyOf(found, count);
  }

  private void look(int group) {
    int to = postings.to(group);
    for (int i = postings.from(group); i < to; i += Postings.WIDTH) {
      int one = postings.at(i + 1);
      int other = postings.at(i + 2);
      if ((one < 0 || post.has(one)) && (other < 0 || post.has(other))) {
        consider(postings.at(i));
      }
    }
  }

  private void consider(int entry) {
    int watch = entry;
    if (entry < 0) {
      watch = ~entry;
      if (watchSeen[watch] == round) {
        return;
      }
      watchSeen[watch] = round;
    }
    if (plans[watch].matches(post)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = watch;
    }
  }
}
