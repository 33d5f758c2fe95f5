package org.bedside.live.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.database.OrganizationId;

/**
 * What one process tells the others: whose, and what kind of thing, never what is in it. People are
 * told by their ids.
 */
sealed interface Word {

  /** More people than may have one thing open; those beyond are not shown by other processes. */
  int MOST_PEOPLE = 150;

  /** The process that says it. */
  UUID process();

  /** What one word says anew of the same takes the place of the one before. */
  String about();

  /** Pages of the organization that show it are to ask for it again. */
  record Changed(UUID process, OrganizationId organization, String topic) implements Word {
    @Override
    public String about() {
      return "changed " + organization.value() + " " + topic;
    }
  }

  /** These, and nobody else, have it open in that process. */
  record Present(UUID process, OrganizationId organization, String key, List<UUID> people)
      implements Word {
    public Present {
      people = people.stream().distinct().limit(MOST_PEOPLE).toList();
    }

    @Override
    public String about() {
      return "present " + organization.value() + " " + key;
    }
  }

  /** The process has begun to listen and asks who is where. */
  record Hello(UUID process) implements Word {
    @Override
    public String about() {
      return "hello";
    }
  }

  /** The process ends; nobody has anything open in it. */
  record Goodbye(UUID process) implements Word {
    @Override
    public String about() {
      return "goodbye";
    }
  }

  /** As one line that {@link #read} understands. */
  default String written() {
    return process()
        + " "
        + switch (this) {
          case Changed _, Hello _, Goodbye _ -> about();
          case Present(_, _, _, var people) ->
              about() + people.stream().map(person -> " " + person).collect(Collectors.joining());
        };
  }

  /** What a line says; empty where a newer version says what this one doesn't know. */
  static Optional<Word> read(String line) {
    List<String> parts = Arrays.asList(line.split(" ", -1));
    try {
      UUID process = UUID.fromString(parts.getFirst());
      String kind = parts.size() > 1 ? parts.get(1) : "";
      if (parts.size() == 2) {
        return switch (kind) {
          case "hello" -> Optional.of(new Hello(process));
          case "goodbye" -> Optional.of(new Goodbye(process));
          case String other -> Optional.empty();
        };
      }
      if (parts.size() < 4) {
        return Optional.empty();
      }
      OrganizationId organization = new OrganizationId(UUID.fromString(parts.get(2)));
      return switch (kind) {
        case "changed" -> Optional.of(new Changed(process, organization, parts.get(3)));
        case "present" ->
            Optional.of(
                new Present(
                    process,
                    organization,
                    parts.get(3),
                    parts.stream().skip(4).map(UUID::fromString).toList()));
        case String other -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
