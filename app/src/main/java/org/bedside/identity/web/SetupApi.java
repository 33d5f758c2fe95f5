package org.bedside.identity.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bedside.identity.AlreadyFoundedException;
import org.bedside.identity.Founding;
import org.bedside.identity.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The first visit without a browser. */
@RestController
class SetupApi {

  private final Founding founding;
  private final MessageSource messages;

  SetupApi(Founding founding, MessageSource messages) {
    this.founding = founding;
    this.messages = messages;
  }

  record Admin(@Nullable String name, String email, String password) {

    @Override
    public String toString() {
      return "Admin[" + email + ", password hidden]";
    }
  }

  record Setup(
      String organization,
      Admin admin,
      @Nullable String timeZone,
      @Nullable List<String> locations) {}

  record Done(String organization, String token) {

    @Override
    public String toString() {
      return "Done[" + organization + ", token hidden]";
    }
  }

  @Open("the first visit happens before there is any token; refused once set up")
  @PostMapping("/api/v1/setup")
  @ResponseStatus(HttpStatus.CREATED)
  Done setUp(@RequestBody Setup setup) {
    Founding.Request request;
    try {
      request =
          new Founding.Request(
              setup.organization(),
              ZoneId.of(Objects.requireNonNullElse(setup.timeZone(), "UTC")),
              Objects.requireNonNullElse(setup.locations(), List.of()),
              Objects.requireNonNullElse(setup.admin().name(), setup.admin().email()),
              setup.admin().email(),
              setup.admin().password());
    } catch (DateTimeException | NullPointerException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "organization, admin.email and admin.password are needed; timeZone is an IANA name.",
          e);
    }
    String problem = request.problem();
    if (problem != null) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, messages.getMessage(problem, null, Locale.ENGLISH));
    }
    try {
      Founding.Founded founded = founding.foundFirstWithToken(request);
      return new Done(founded.organization().toString(), founded.token());
    } catch (AlreadyFoundedException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
