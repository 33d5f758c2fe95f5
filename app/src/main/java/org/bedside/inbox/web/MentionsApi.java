package org.bedside.inbox.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.AssessmentJson;
import org.bedside.assessment.Assessments;
import org.bedside.assessment.Judgement;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.inbox.MentionSearch;
import org.bedside.listening.Mention;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Mentions with their assessments for programs, in the order of their ids. */
@RestController
@Requires(Permission.READ_MENTIONS)
class MentionsApi {

  private static final int MOST = 500;

  private final MentionSearch search;
  private final Assessments assessments;
  private final Sources sources;
  private final JsonMapper json;

  MentionsApi(MentionSearch search, Assessments assessments, Sources sources, JsonMapper json) {
    this.search = search;
    this.assessments = assessments;
    this.sources = sources;
    this.json = json;
  }

  @GetMapping("/api/v1/mentions")
  @Transactional(readOnly = true)
  public ObjectNode list(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String source) {
    if (limit < 1 || limit > MOST) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "limit is a number from 1 to " + MOST + ".");
    }
    UUID wanted = source == null || source.isBlank() ? null : sourceNamed(source);
    List<Long> ids = search.after(after == null ? 0 : after, q, wanted, limit + 1);
    boolean more = ids.size() > limit;
    List<Long> shown = more ? ids.subList(0, limit) : ids;
    ObjectNode answer = json.createObjectNode();
    ArrayNode items = answer.putArray("items");
    assessments.find(shown).forEach(one -> items.add(item(one)));
    if (more) {
      answer.put("next", Long.toString(shown.getLast()));
    }
    return answer;
  }

  @GetMapping("/api/v1/mentions/{id}")
  @Transactional(readOnly = true)
  public ObjectNode one(@PathVariable long id) {
    return assessments
        .find(id)
        .map(this::item)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no assessed mention of that id."));
  }

  private UUID sourceNamed(String nameOrId) {
    Optional<Source> found =
        sources.all().stream()
            .filter(
                one ->
                    one.name().equalsIgnoreCase(nameOrId) || one.id().toString().equals(nameOrId))
            .findFirst();
    return found
        .map(Source::id)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no source of that name or id."));
  }

  private ObjectNode item(Assessed assessed) {
    Mention mention = assessed.mention();
    ObjectNode item =
        json.createObjectNode()
            .put("id", Long.toString(mention.id()))
            .put("externalId", mention.externalId())
            .put("source", mention.sourceName())
            .put("text", mention.text());
    put(item, "title", mention.title());
    put(item, "question", mention.question());
    if (mention.rating() != null) {
      item.put("rating", mention.rating());
    }
    put(item, "author", mention.author());
    put(item, "url", mention.url());
    item.put("publishedAt", mention.publishedAt().toString());
    AssessmentJson.write(assessed.assessment(), item.putObject("assessment"));
    corrected(assessed, item);
    return item;
  }

  /** What people said instead, where they did; it is what counts. */
  private static void corrected(Assessed assessed, ObjectNode item) {
    if (!assessed.corrections().isEmpty()) {
      Judgement judgement = assessed.judgement();
      ObjectNode corrected =
          item.putObject("corrected")
              .put("sentiment", judgement.sentiment().name().toLowerCase(java.util.Locale.ROOT))
              .put("urgency", judgement.urgency().name().toLowerCase(java.util.Locale.ROOT));
      ArrayNode themes = corrected.putArray("themes");
      judgement.themes().forEach(themes::add);
    }
  }

  private static void put(ObjectNode item, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      item.put(name, value);
    }
  }
}
