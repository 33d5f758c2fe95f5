package org.bedside.understanding.encoder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.bedside.understanding.text.Token;
import org.bedside.understanding.text.Tokenizer;

/**
 * Cuts a text into word pieces as the encoder learned them (BERT's uncased vocabulary, the longest
 * piece first), after saying in words what that vocabulary lacks: an emoji by its Unicode name, a
 * link as {@code http}, a handle as {@code @user}, a hashtag by its words. Immutable and
 * thread-safe; time is linear in the text.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al., BERT</a>
 */
public final class PieceCutter {

  public static final int UNKNOWN = 100;
  public static final int FIRST = 101;
  public static final int LAST = 102;

  private static final int LONGEST_WORD = 64;
  private static final int MOST_WORDS_OF_AN_EMOJI = 6;
  private static final int SAME_IN_A_ROW = 3;
  private static final Map<String, String> ENTITIES =
      Map.of("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&nbsp;", "");

  private final Map<String, Integer> vocabulary;

  private PieceCutter(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Reads the vocabulary from the library's resources. */
  public static PieceCutter load() {
    try (InputStream in = PieceCutter.class.getResourceAsStream("vocabulary.txt.gz")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks the encoder's vocabulary");
      }
      var reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
      var vocabulary = new HashMap<String, Integer>();
      for (String piece = reader.readLine(); piece != null; piece = reader.readLine()) {
        vocabulary.put(piece, vocabulary.size());
      }
      return new PieceCutter(vocabulary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives all pieces of {@code text}, without the marks that begin and end an input. */
  public Pieces cut(String text) {
    var cut = new Cut(text);
    Token previous = null;
    int row = 1;
    for (Token token : Tokenizer.tokens(text)) {
      boolean same =
          previous != null
              && previous.kind() == token.kind()
              && previous.norm().equals(token.norm());
      row = same ? row + 1 : 1;
      previous = token;
      if (row <= SAME_IN_A_ROW || token.kind() != Token.Kind.EMOJI) {
        cut.token(token);
      }
    }
    return cut.pieces.done();
  }

  /** One text while it is cut. */
  private final class Cut {

    private final String text;
    private final PieceList pieces;
    private final StringBuilder word = new StringBuilder();

    Cut(String text) {
      this.text = text;
      this.pieces = new PieceList(Math.min(text.length() / 3 + 8, 1 << 16));
    }

    void token(Token token) {
      int start = token.start();
      int end = token.end();
      switch (token.kind()) {
        case URL -> whole("http", start, end);
        case MENTION -> {
          whole("@", start, end);
          whole("user", start, end);
        }
        case EMOJI -> emoji(start, end);
        case HASHTAG -> {
          whole("#", start, start + 1);
          words(start + 1, end, true, token.stretched());
        }
        case PUNCTUATION -> {
          String mark = ENTITIES.get(token.norm());
          if (mark == null) {
            words(start, end, false, false);
          } else if (!mark.isEmpty()) {
            whole(mark, start, end);
          }
        }
        case WORD, NUMBER, EMOTICON -> words(start, end, false, token.stretched());
      }
    }

    private void emoji(int start, int end) {
      String name = Character.getName(text.codePointAt(start));
      String[] words = (name == null ? "symbol" : name.toLowerCase(Locale.ROOT)).split("[ -]");
      for (int i = 0; i < Math.min(words.length, MOST_WORDS_OF_AN_EMOJI); i++) {
        whole(words[i], start, end);
      }
    }

    /** Words and marks as BERT parts them; a hashtag also where a capital follows a small one. */
    private void words(int start, int end, boolean atCapitals, boolean stretched) {
      int from = start;
      int run = 0;
      int previous = -1;
      for (int at = start; at < end; ) {
        int point = text.codePointAt(at);
        int after = at + Character.charCount(point);
        boolean capital = Character.isUpperCase(point);
        if (isMark(point)) {
          flush(from, at);
          mark(point, at, after);
          from = after;
        } else {
          if (atCapitals && capital && previous >= 0 && Character.isLowerCase(previous)) {
            flush(from, at);
            from = at;
          }
          run = point == previous ? run + 1 : 1;
          if (!stretched || run <= 2) {
            plain(point);
          }
        }
        previous = point;
        at = after;
      }
      flush(from, end);
    }

    private void mark(int point, int at, int after) {
      Integer id = vocabulary.get(Character.toString(point));
      pieces.add(id == null ? UNKNOWN : id, at, after);
    }

    /** Adds a letter in lower case and without its accents. */
    private void plain(int point) {
      if (point < 0x80) {
        word.append(Character.toLowerCase((char) point));
        return;
      }
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        word.append('\uFFFD');
        return;
      }
      String apart =
          Normalizer.normalize(
              Character.toString(Character.toLowerCase(point)), Normalizer.Form.NFD);
      apart
          .codePoints()
          .filter(p -> Character.getType(p) != Character.NON_SPACING_MARK)
          .forEach(word::appendCodePoint);
    }

    private void flush(int start, int end) {
      if (!word.isEmpty()) {
        whole(word.toString(), start, end);
        word.setLength(0);
      }
    }

    /** The longest pieces, from the left; a word that can't be made of pieces is unknown. */
    private void whole(String said, int start, int end) {
      int mark = pieces.size();
      int from = 0;
      while (from < said.length() && said.length() <= LONGEST_WORD) {
        int to = said.length();
        Integer id = null;
        while (to > from) {
          String piece = said.substring(from, to);
          id = vocabulary.get(from == 0 ? piece : "##" + piece);
          if (id != null) {
            break;
          }
          to--;
        }
        if (id == null) {
          break;
        }
        pieces.add(id, start, end);
        from = to;
      }
      if (from < said.length()) {
        pieces.cutBack(mark);
        pieces.add(UNKNOWN, start, end);
      }
    }
  }

  /** What BERT takes for punctuation: all that is neither letter, digit, mark nor space. */
  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default ->
          (point >= 0x4E00 && point <= 0x9FFF)
              || (point >= 0x3400 && point <= 0x4DBF)
              || (point >= 0x20000 && point <= 0x2FA1F);
    };
  }
}
