package org.bedside.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bedside.audit.AuditEntry;
import org.bedside.audit.AuditTrail;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what. */
@Controller
@Requires(Permission.READ_AUDIT)
class AuditController {

  private static final int SHOWN = 50;
  private static final int AT_ONCE = 500;

  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  @GetMapping("/settings/audit")
  String audit(
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      @RequestParam(defaultValue = "false") boolean check,
      Model model) {
    String wanted = subject.strip();
    List<AuditEntry> entries =
        wanted.isEmpty() ? trail.latest(before, SHOWN) : trail.about(wanted).reversed();
    model.addAttribute("entries", entries);
    model.addAttribute("subject", wanted);
    model.addAttribute(
        "older", wanted.isEmpty() && entries.size() == SHOWN ? entries.getLast().number() : 0L);
    model.addAttribute("checked", check);
    model.addAttribute("broken", check ? trail.firstBroken() : 0L);
    return "identity/audit";
  }

  @GetMapping("/settings/audit.csv")
  void csv(HttpServletResponse response) throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
    PrintWriter out = response.getWriter();
    out.print("number,at,actor,name,action,subject,detail\r\n");
    long before = Long.MAX_VALUE;
    List<AuditEntry> part = trail.latest(before, AT_ONCE);
    while (!part.isEmpty()) {
      part.forEach(entry -> out.print(line(entry)));
      part = trail.latest(part.getLast().number(), AT_ONCE);
    }
  }

  private static String line(AuditEntry entry) {
    return List.of(
                Long.toString(entry.number()),
                entry.at().toString(),
                entry.actor(),
                entry.actorName(),
                entry.action(),
                entry.subject(),
                words(entry.detail()))
            .stream()
            .map(AuditController::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String words(Map<String, String> detail) {
    return new TreeMap<>(detail)
        .entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("; "));
  }

  /** A cell that begins like a formula would be run by a spreadsheet: an apostrophe forbids it. */
  private static String cell(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }
}
