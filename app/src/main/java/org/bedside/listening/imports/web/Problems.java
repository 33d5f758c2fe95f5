package org.bedside.listening.imports.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences for what is wrong with a row or a file. */
@Component
class Problems {

  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  /** What is wrong with a row. */
  String row(String code, Locale locale) {
    return sentence("import.row." + code, "import.row.not-stored", locale);
  }

  /** What to do about it. */
  String advice(String code, Locale locale) {
    return sentence("import.advice." + code, "import.advice.not-stored", locale);
  }

  /** What is wrong with a whole file and what to do. */
  String file(String code, Locale locale) {
    return sentence("import.file." + code, "import.file.unexpected", locale);
  }

  private String sentence(String key, String otherwise, Locale locale) {
    String found = messages.getMessage(key, null, "", locale);
    return found == null || found.isEmpty() ? messages.getMessage(otherwise, null, locale) : found;
  }
}
