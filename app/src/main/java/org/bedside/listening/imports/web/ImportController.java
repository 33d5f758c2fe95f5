package org.bedside.listening.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bedside.directory.Locations;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.listening.imports.FileTooLargeException;
import org.bedside.listening.imports.ImportJob;
import org.bedside.listening.imports.Imports;
import org.bedside.listening.imports.Mapping;
import org.bedside.listening.imports.RowProblem;
import org.bedside.listening.imports.file.UnreadableFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of an import: file, columns, progress, what came of it. */
@Controller
@Requires(Permission.IMPORT_POSTS)
class ImportController {

  private static final String HOME = "/sources/imports";
  private static final int SHOWN_PROBLEMS = 50;
  private static final int SHOWN_IMPORTS = 20;

  private final Imports imports;
  private final ColumnsForm columns;
  private final Problems problems;
  private final ErrorReport report;
  private final MessageSource messages;
  private final Pace pace;

  ImportController(
      Imports imports,
      Locations locations,
      Problems problems,
      ErrorReport report,
      MessageSource messages,
      Pace pace) {
    this.imports = imports;
    this.columns = new ColumnsForm(imports, locations);
    this.problems = problems;
    this.report = report;
    this.messages = messages;
    this.pace = pace;
  }

  @GetMapping(HOME)
  String list(Model model) {
    return home(model, null);
  }

  private String home(Model model, @Nullable String problem) {
    model.addAttribute(
        "imports", imports.latest(SHOWN_IMPORTS).stream().map(j -> view(j, 0)).toList());
    model.addAttribute("problem", problem);
    return "imports/upload";
  }

  @PostMapping(HOME)
  String upload(
      @RequestParam(required = false) @Nullable MultipartFile file,
      SignedIn who,
      Model model,
      Locale locale)
      throws IOException {
    if (file == null || (file.isEmpty() && "".equals(file.getOriginalFilename()))) {
      return home(model, messages.getMessage("import.no-file", null, locale));
    }
    String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
    try (InputStream in = file.getInputStream()) {
      return "redirect:" + path(imports.upload(name, in, null, null, who).id());
    } catch (FileTooLargeException e) {
      return home(model, problems.file("file-too-large", locale));
    } catch (UnreadableFileException e) {
      return home(model, problems.file(e.code(), locale));
    }
  }

  @GetMapping(HOME + "/{id}")
  String show(@PathVariable UUID id, Model model, Locale locale) throws IOException {
    ImportJob job = find(id);
    if (job.state() == ImportJob.State.UPLOADED) {
      return mapping(job, columns.guess(job), model);
    }
    model.addAttribute("view", view(job, imports.pending(job)));
    if (!job.state().isOver()) {
      return "imports/progress";
    }
    List<ImportView.Problem> first = new ArrayList<>();
    for (RowProblem problem : imports.problems(id, 0, SHOWN_PROBLEMS)) {
      first.add(
          new ImportView.Problem(
              problem,
              problems.row(problem.code(), locale),
              problems.advice(problem.code(), locale)));
    }
    model.addAttribute("problems", first);
    String failure = job.failure();
    model.addAttribute("failure", failure == null ? null : problems.file(failure, locale));
    return "imports/done";
  }

  private String mapping(ImportJob job, ImportView.Columns shown, Model model) {
    model.addAttribute("view", view(job, 0));
    model.addAttribute("columns", shown);
    return "imports/columns";
  }

  @PostMapping(HOME + "/{id}/start")
  String start(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      SignedIn who,
      Model model,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    ImportJob job = find(id);
    if (job.state() != ImportJob.State.UPLOADED) {
      return "redirect:" + path(id);
    }
    ColumnsForm.Answer answer = columns.read(job, form);
    if (answer.problem() != null) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String sentence = messages.getMessage(answer.problem(), answer.values().toArray(), locale);
      return mapping(job, columns.again(job, answer, sentence), model);
    }
    Mapping mapping = new Mapping(answer.columns(), answer.dates());
    imports.start(job, answer.source(), mapping, answer.location(), who);
    return "redirect:" + path(id);
  }

  /** What moves on the progress page; when the import is over, htmx loads the page anew. */
  @GetMapping(HOME + "/{id}/progress")
  String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
    ImportJob job = find(id);
    if (job.state() != ImportJob.State.RUNNING) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("view", view(job, imports.pending(job)));
    return "imports/bars";
  }

  @PostMapping(HOME + "/{id}/pause")
  String pause(@PathVariable UUID id, SignedIn who, RedirectAttributes after, Locale locale) {
    imports.pause(find(id).id(), who);
    return back(id, "paused", after, locale);
  }

  @PostMapping(HOME + "/{id}/resume")
  String resume(@PathVariable UUID id, SignedIn who, RedirectAttributes after, Locale locale) {
    imports.goOn(find(id).id(), who);
    return back(id, "resumed", after, locale);
  }

  @PostMapping(HOME + "/{id}/cancel")
  String cancel(@PathVariable UUID id, SignedIn who, RedirectAttributes after, Locale locale) {
    boolean started = find(id).state() != ImportJob.State.UPLOADED;
    imports.cancel(id, who);
    return started ? back(id, "cancelled", after, locale) : "redirect:" + HOME;
  }

  private String back(UUID id, String what, RedirectAttributes after, Locale locale) {
    after.addFlashAttribute("flash", messages.getMessage("import.flash." + what, null, locale));
    return "redirect:" + path(id);
  }

  @GetMapping(HOME + "/{id}/errors.csv")
  void errors(@PathVariable UUID id, HttpServletResponse response, Locale locale)
      throws IOException {
    ImportJob job = find(id);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"import-errors.csv\"");
    try (Writer out = response.getWriter()) {
      out.write('\uFEFF'); // without it Excel takes UTF-8 for something else
      report.write(job.id(), locale, out);
    }
  }

  private ImportView view(ImportJob job, long pending) {
    return new ImportView(job, pending, pace.secondsLeft(job));
  }

  private ImportJob find(UUID id) {
    return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String path(UUID id) {
    return HOME + "/" + id;
  }
}
