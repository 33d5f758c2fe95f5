package org.bedside.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bedside.assessment.AssessmentJson;
import org.bedside.understanding.Claim;
import org.bedside.understanding.ClaimIndex;
import org.bedside.understanding.ClaimMatch;
import org.bedside.understanding.Guard;
import org.bedside.understanding.Level;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Verdict;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchSet;
import org.bedside.understanding.WatchSyntaxException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the answerer of each command, from the files it was given. */
final class Setup {

  private final PrintStream errors;
  private boolean hadErrors;

  Setup(PrintStream errors) {
    this.errors = errors;
  }

  /** Whether a line of a watches or collection file was set aside. */
  boolean hadErrors() {
    return hadErrors;
  }

  Answerer match(Path file) throws IOException, CommandLine.UnreadableFile {
    List<Watch> watches = new ArrayList<>();
    read(file, line -> watches.add(new Watch(Fields.id(line), Fields.text(line, "query"))));
    WatchSet set = WatchSet.compile(watches);
    set.errors().forEach((id, error) -> complain(file, id, error));
    return line -> {
      ObjectNode answer = answer(line);
      ArrayNode found = answer.putArray("watches");
      set.match(Fields.post(line)).forEach(found::add);
      return answer;
    };
  }

  private void complain(Path file, String watch, WatchSyntaxException error) {
    hadErrors = true;
    errors.println(
        file + ": watch " + watch + ", column " + (error.column() + 1) + ": " + error.getMessage());
  }

  Answerer claims(Path file, int top, Level level) throws IOException, CommandLine.UnreadableFile {
    List<Claim> claims = new ArrayList<>();
    read(
        file,
        line ->
            claims.add(
                new Claim(
                    Fields.id(line),
                    Fields.text(line, "claim"),
                    Fields.maybe(line, "title"),
                    Fields.maybe(line, "text"))));
    ClaimIndex index = Understanding.load(level).index(claims);
    return line -> {
      ObjectNode answer = answer(line);
      ArrayNode found = answer.putArray("claims");
      for (ClaimMatch match : index.find(Fields.post(line), top)) {
        found
            .addObject()
            .put("id", match.id())
            .put("score", match.score())
            .put("stance", lower(match.stance()));
      }
      return answer;
    };
  }

  static Answerer analyze(Level level) {
    Understanding understanding = Understanding.load(level);
    return line -> {
      Post post = Fields.post(line);
      ObjectNode answer = answer(line);
      AssessmentJson.write(understanding.assess(List.of(post)).getFirst(), answer);
      return answer;
    };
  }

  static Answerer guard(Level level) {
    Guard guard = Understanding.guard(level);
    return line -> {
      Post review =
          new Post(
              Fields.id(line),
              Fields.text(line, "review"),
              null,
              null,
              Fields.maybe(line, "reviewer"),
              null,
              null,
              null,
              null,
              null);
      Verdict verdict = guard.review(Fields.text(line, "reply"), review);
      ObjectNode answer = answer(line).put("verdict", lower(verdict.decision()));
      ArrayNode findings = answer.putArray("findings");
      for (Verdict.Finding finding : verdict.findings()) {
        findings
            .addObject()
            .put("rule", finding.rule())
            .put("start", finding.span().start())
            .put("end", finding.span().end())
            .put("why", finding.why())
            .put("instead", finding.instead());
      }
      return answer;
    };
  }

  private static ObjectNode answer(ObjectNode line) throws BadLineException {
    ObjectNode answer = Pipeline.object();
    Fields.id(line);
    answer.set("id", line.get("id"));
    return answer;
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private interface LineReader {
    void read(ObjectNode line) throws BadLineException;
  }

  private void read(Path file, LineReader reader) throws IOException, CommandLine.UnreadableFile {
    try (InputStream in = CommandLine.UnreadableFile.open(file)) {
      Lines lines = new Lines(in);
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        try {
          reader.read(Pipeline.parse(line));
        } catch (BadLineException e) {
          hadErrors = true;
          errors.println(file + ": line " + line.number() + ": " + e.getMessage());
        }
      }
    }
  }
}
