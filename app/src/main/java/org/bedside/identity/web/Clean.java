package org.bedside.identity.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** PostgreSQL keeps no NUL character, and nobody types one: it is left out of every form field. */
@ControllerAdvice
class Clean {

  @InitBinder
  void withoutNul(WebDataBinder binder) {
    binder.registerCustomEditor(
        String.class,
        new PropertyEditorSupport() {
          @Override
          public void setAsText(@Nullable String text) {
            setValue(text == null ? null : text.replace("\u0000", ""));
          }
        });
  }
}
