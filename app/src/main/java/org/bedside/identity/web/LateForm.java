package org.bedside.identity.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * What somebody entered into a form whose token was over.
 *
 * @param action where it was sent
 * @param files whether files were chosen, which can't be kept
 * @param open whether anybody may send it, so that nobody has to sign in first
 * @param again whether it certainly was a form of ours, so that one press may send it again
 */
public record LateForm(
    String action, List<Field> fields, boolean files, boolean open, boolean again) {

  private static final int A_FEW_CHARACTERS = 40;
  private static final List<String> SECRETS = List.of("password", "secret", "token", "key-");

  public LateForm {
    fields = List.copyOf(fields);
  }

  /** A field as it was sent. */
  public record Field(String name, String value) {

    /** Whether it is worth reading: words, not the value of a button or a choice. */
    public boolean isWords() {
      return value.length() > A_FEW_CHARACTERS || value.strip().contains(" ");
    }
  }

  /** What people wrote. */
  public List<Field> words() {
    return fields.stream().filter(Field::isWords).toList();
  }

  /** Everything else, which goes along. */
  public List<Field> rest() {
    return fields.stream().filter(field -> !field.isWords()).toList();
  }

  /** Of a request that was sent on to be answered; empty where it was not. */
  static Optional<LateForm> of(HttpServletRequest request) {
    if (!(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String path)
        || path.startsWith("//")) {
      return Optional.empty();
    }
    Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    List<Field> fields = new ArrayList<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (mayBeShown(name)) {
                for (String value : values) {
                  fields.add(new Field(name, value));
                }
              }
            });
    return Optional.of(
        new LateForm(
            query == null ? path : path + "?" + query,
            fields,
            hasFiles(request),
            Boolean.TRUE.equals(request.getAttribute(LateForms.OPEN)),
            LateForms.isOurs(request)));
  }

  private static boolean mayBeShown(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return !plain.equals("_csrf") && SECRETS.stream().noneMatch(plain::contains);
  }

  private static boolean hasFiles(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
      return false;
    }
    try {
      return request.getParts().stream().anyMatch(LateForm::isFile);
    } catch (IOException | ServletException | IllegalStateException unreadable) {
      return false;
    }
  }

  private static boolean isFile(Part part) {
    String name = part.getSubmittedFileName();
    return name != null && !name.isEmpty();
  }
}
