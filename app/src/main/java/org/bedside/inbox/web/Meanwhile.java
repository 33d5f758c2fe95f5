package org.bedside.inbox.web;

import java.util.List;
import java.util.Locale;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says who did what to a case while somebody else was about to change it. */
@Component
class Meanwhile {

  private final Cases cases;
  private final MessageSource messages;

  Meanwhile(Cases cases, MessageSource messages) {
    this.cases = cases;
    this.messages = messages;
  }

  String of(long id, SignedIn reader, Locale locale) {
    List<CaseEvent> events = cases.find(id, reader).map(CaseFile::events).orElse(List.of());
    if (events.isEmpty() || events.getLast().by().equals(reader.name())) {
      return messages.getMessage("inbox.stale", null, locale);
    }
    CaseEvent last = events.getLast();
    String what = Choices.sentence((key, values) -> messages.getMessage(key, values, locale), last);
    return messages.getMessage("inbox.stale-by", new Object[] {last.by(), what}, locale);
  }
}
