package org.bedside.understanding.model;

import java.util.Arrays;
import java.util.List;
import org.bedside.understanding.text.Token;

/**
 * What models see of one text: hashed sparse features, each with the tokens it came from, and a few
 * dense ones. Filled by {@link FeatureExtractor}, then only read.
 */
public final class Features {

  /** Sparse features are weighed within their group, each of which has a norm of its own. */
  public static final int GROUPS = 4;

  /** How many dense features describe the style and the lexicon's verdict. */
  public static final int STYLE = 24;

  /** How many of them there are with what the base models say. */
  public static final int SPOKEN = STYLE + 20;

  /** How many dense features there are: style, what the base models say, what the words mean. */
  public static final int DENSE = SPOKEN + WordVectors.DIMENSIONS;

  static final int WORDS = 0;
  static final int CHARACTERS = 1;
  static final int QUESTION = 2;
  static final int FEELING = 3;

  private final List<Token> tokens;
  private final float[] dense;

  private int[] hash = new int[256];
  private byte[] group = new byte[256];
  private int[] count = new int[256];
  private int size;

  private int[] occurrenceFeature = new int[512];
  private int[] occurrenceFrom = new int[512];
  private int[] occurrenceTo = new int[512];
  private int occurrences;

  private int[] slots = new int[1024];

  Features(List<Token> tokens) {
    this.tokens = tokens;
    this.dense = new float[DENSE];
  }

  /** Notes one sparse feature seen in tokens {@code from} (inclusive) to {@code to} (exclusive). */
  void add(int groupId, int featureHash, int from, int to) {
    int index = intern(groupId, featureHash);
    count[index]++;
    if (occurrences == occurrenceFeature.length) {
      int larger = occurrences * 2;
      occurrenceFeature = Arrays.copyOf(occurrenceFeature, larger);
      occurrenceFrom = Arrays.copyOf(occurrenceFrom, larger);
      occurrenceTo = Arrays.copyOf(occurrenceTo, larger);
    }
    occurrenceFeature[occurrences] = index;
    occurrenceFrom[occurrences] = from;
    occurrenceTo[occurrences] = to;
    occurrences++;
  }

  private int intern(int groupId, int featureHash) {
    int mask = slots.length - 1;
    int slot = (featureHash ^ featureHash >>> 15) & mask;
    while (slots[slot] != 0) {
      int index = slots[slot] - 1;
      if (hash[index] == featureHash && group[index] == groupId) {
        return index;
      }
      slot = slot + 1 & mask;
    }
    if (size == hash.length) {
      hash = Arrays.copyOf(hash, size * 2);
      group = Arrays.copyOf(group, size * 2);
      count = Arrays.copyOf(count, size * 2);
    }
    hash[size] = featureHash;
    group[size] = (byte) groupId;
    count[size] = 0;
    slots[slot] = size + 1;
    size++;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = (hash[i] ^ hash[i] >>> 15) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = i + 1;
    }
  }

  void dense(int index, double value) {
    dense[index] = (float) value;
  }

  /** The tokens of the text. */
  public List<Token> tokens() {
    return tokens;
  }

  /** How many distinct sparse features there are. */
  public int size() {
    return size;
  }

  /** The hash of a sparse feature; models take as many low bits of it as they have. */
  public int hash(int feature) {
    return hash[feature];
  }

  int group(int feature) {
    return group[feature];
  }

  int count(int feature) {
    return count[feature];
  }

  /** The value of a dense feature, between -1 and 2. */
  public float dense(int index) {
    return dense[index];
  }

  int occurrences() {
    return occurrences;
  }

  int occurrenceFeature(int occurrence) {
    return occurrenceFeature[occurrence];
  }

  int occurrenceFrom(int occurrence) {
    return occurrenceFrom[occurrence];
  }

  int occurrenceTo(int occurrence) {
    return occurrenceTo[occurrence];
  }
}
