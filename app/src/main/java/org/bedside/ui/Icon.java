package org.bedside.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The one set of line icons. Each constant is a symbol of {@code assets/icons.svg}. */
public enum Icon {
  ARCHIVE,
  ARROW_LEFT,
  ARROW_RIGHT,
  ARROW_UP,
  BELL,
  BOOK_OPEN,
  BUILDING_2,
  CALENDAR,
  CALENDAR_DAYS,
  CHART_COLUMN,
  CHART_LINE,
  CHECK,
  CHEVRON_DOWN,
  CHEVRON_LEFT,
  CHEVRON_RIGHT,
  CIRCLE_ALERT,
  CIRCLE_CHECK,
  CIRCLE_QUESTION_MARK,
  CLOCK,
  COPY,
  DOWNLOAD,
  ELLIPSIS,
  EXTERNAL_LINK,
  EYE,
  EYE_OFF,
  FILE_SPREADSHEET,
  FILE_TEXT,
  FLAG,
  FROWN,
  GAVEL,
  GLOBE,
  HAND_HEART,
  HEART_PULSE,
  HISTORY,
  HOSPITAL,
  INBOX,
  INFO,
  KEY_ROUND,
  KEYBOARD,
  LANGUAGES,
  LIFE_BUOY,
  LINK,
  LIST_FILTER,
  LOCK,
  LOG_OUT,
  MAIL,
  MAP_PIN,
  MEH,
  MERGE,
  MESSAGE_SQUARE,
  MIC,
  NEWSPAPER,
  PAUSE,
  PENCIL,
  PHONE,
  PILL,
  PLAY,
  PLUS,
  PRINTER,
  QUOTE,
  REFRESH_CW,
  REPLY,
  RSS,
  SCALE,
  SCROLL_TEXT,
  SEARCH,
  SEND,
  SETTINGS,
  SHIELD_ALERT,
  SHIELD_CHECK,
  SIREN,
  SMILE,
  STAR,
  STICKY_NOTE,
  SUN_MOON,
  TAG,
  TELESCOPE,
  TRASH_2,
  TRIANGLE_ALERT,
  UNDO_2,
  UPLOAD,
  USER,
  USER_PLUS,
  USERS,
  WEBHOOK,
  X;

  private static final Map<String, String> DRAWINGS = drawings();

  /** The icon of that symbol name, such as {@code chart-column}. */
  public static Icon named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The inner markup of a 24 by 24 drawing, our own and therefore safe to write out unescaped. */
  public String drawing() {
    String drawing = DRAWINGS.get(symbol());
    if (drawing == null) {
      throw new IllegalStateException("icons.svg has no symbol " + symbol());
    }
    return drawing;
  }

  /** Its name in the drawing file. */
  String symbol() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, String> drawings() {
    try (InputStream in = new ClassPathResource("static/assets/icons.svg").getInputStream()) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("<symbol id=\"([\\w-]+)\"[^>]*>(.*?)</symbol>")
          .matcher(all)
          .results()
          .collect(Collectors.toUnmodifiableMap(found -> found.group(1), found -> found.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
