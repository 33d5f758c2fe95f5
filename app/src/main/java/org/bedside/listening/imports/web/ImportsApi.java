package org.bedside.listening.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bedside.api.ApiProblem;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.imports.FileTooLargeException;
import org.bedside.listening.imports.ImportJob;
import org.bedside.listening.imports.Imports;
import org.bedside.listening.imports.Mapping;
import org.bedside.listening.imports.RowProblem;
import org.bedside.listening.imports.file.FileFormat;
import org.bedside.listening.imports.file.UnreadableFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports of files through the HTTP API. */
@RestController
@Requires(Permission.IMPORT_POSTS)
class ImportsApi {

  private static final int MOST_ERRORS = 1000;

  private final Imports imports;
  private final RequestedMapping mappings;
  private final ErrorReport report;
  private final Problems problems;

  ImportsApi(Imports imports, RequestedMapping mappings, ErrorReport report, Problems problems) {
    this.imports = imports;
    this.mappings = mappings;
    this.report = report;
    this.problems = problems;
  }

  /** What somebody asks for beside the file. */
  record Wish(
      String source, @Nullable String format, @Nullable String mapping, @Nullable String dates) {}

  @PostMapping(
      path = "/api/v1/imports",
      consumes = {
        "text/*",
        "application/octet-stream",
        "application/json",
        "application/jsonl",
        "application/x-ndjson",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      })
  ResponseEntity<ImportAnswer> importBody(
      @RequestParam String source,
      @RequestParam(required = false) @Nullable String format,
      @RequestParam(required = false) @Nullable String mapping,
      @RequestParam(required = false) @Nullable String dates,
      @RequestParam(defaultValue = "file") String name,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request,
      SignedIn who)
      throws IOException {
    return take(new Wish(source, format, mapping, dates), name, request.getInputStream(), key, who);
  }

  @PostMapping(path = "/api/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<ImportAnswer> importPart(
      @RequestParam MultipartFile file,
      @RequestParam String source,
      @RequestParam(required = false) @Nullable String format,
      @RequestParam(required = false) @Nullable String mapping,
      @RequestParam(required = false) @Nullable String dates,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      SignedIn who)
      throws IOException {
    String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
    try (InputStream in = file.getInputStream()) {
      return take(new Wish(source, format, mapping, dates), name, in, key, who);
    }
  }

  private ResponseEntity<ImportAnswer> take(
      Wish wish, String name, InputStream content, @Nullable String key, SignedIn who)
      throws IOException {
    if (wish.source().isBlank()) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST, "source-missing", "Name the source: ?source=NAME.");
    }
    Optional<ImportJob> before = key == null ? Optional.empty() : imports.ofKey(key);
    if (before.isPresent()) {
      content.skip(Long.MAX_VALUE);
      return answer(before.get());
    }
    ImportJob job;
    try {
      job = imports.upload(name, content, format(wish.format()), key, who);
    } catch (FileTooLargeException e) {
      throw new ApiProblem(
          HttpStatus.CONTENT_TOO_LARGE, "file-too-large", e.getMessage() + " Send it in parts.");
    } catch (UnreadableFileException e) {
      throw new ApiProblem(
          HttpStatus.UNPROCESSABLE_CONTENT, e.code(), problems.file(e.code(), Locale.ENGLISH));
    }
    Mapping mapping;
    try {
      mapping = mappings.read(job, wish);
    } catch (ApiProblem e) {
      imports.cancel(job.id(), who);
      throw e;
    }
    imports.start(job, wish.source(), mapping, null, who);
    return answer(imports.find(job.id()).orElse(job));
  }

  private static @Nullable FileFormat format(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    return FileFormat.named(name)
        .orElseThrow(
            () ->
                new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "format-unknown",
                    "The format is csv, tsv, jsonl or xlsx; leave it out and it is found out."));
  }

  private ResponseEntity<ImportAnswer> answer(ImportJob job) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/imports/" + job.id()))
        .body(shown(job));
  }

  private ImportAnswer shown(ImportJob job) {
    String failure = job.failure();
    return ImportAnswer.of(
        job, imports.pending(job), failure == null ? null : problems.file(failure, Locale.ENGLISH));
  }

  @GetMapping("/api/v1/imports/{id}")
  ImportAnswer show(@PathVariable UUID id) {
    return shown(find(id));
  }

  /** A row that was left out. */
  record RowError(
      long row,
      @Nullable String column,
      String code,
      String wrong,
      String advice,
      @Nullable String value) {}

  /** A page of them. */
  record RowErrors(List<RowError> items, @Nullable Long next) {}

  @GetMapping(path = "/api/v1/imports/{id}/errors", produces = MediaType.APPLICATION_JSON_VALUE)
  RowErrors errors(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    int most = Math.clamp(limit, 1, MOST_ERRORS);
    List<RowProblem> page = imports.problems(find(id).id(), after, most);
    return new RowErrors(
        page.stream()
            .map(
                p ->
                    new RowError(
                        p.row(),
                        p.column(),
                        p.code(),
                        problems.row(p.code(), Locale.ENGLISH),
                        problems.advice(p.code(), Locale.ENGLISH),
                        p.value()))
            .toList(),
        page.size() < most ? null : page.getLast().row());
  }

  @GetMapping(path = "/api/v1/imports/{id}/errors", produces = "text/csv")
  void errorsAsCsv(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    ImportJob job = find(id);
    response.setContentType("text/csv;charset=UTF-8");
    try (Writer out = response.getWriter()) {
      report.write(job.id(), Locale.ENGLISH, out);
    }
  }

  private ImportJob find(UUID id) {
    return imports
        .find(id)
        .orElseThrow(
            () ->
                new ApiProblem(
                    HttpStatus.NOT_FOUND, "import-unknown", "There is no import of this id."));
  }
}
