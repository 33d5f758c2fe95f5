import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bedside.bench.Data;
import org.bedside.bench.Labelled;
import org.bedside.understanding.guard.LearnedReplies;

/** What the encoder learns: all tasks with their examples, and the same tasks' development rows. */
final class Lessons {

  private static final List<String> TONES = List.of("negative", "neutral", "positive");
  private static final List<String> GRADES = List.of("1", "2", "3", "4", "5");
  private static final List<String> CRITICALITY = List.of("worst", "bad", "even", "good", "best");
  private static final List<String> OFFENCE = List.of("not-offensive", "offensive");
  private static final List<String> RELEVANCE = List.of("off-topic", "on-topic");
  private static final List<String> ASKS = List.of("O", "B", "I");
  private static final List<String> STANCES = List.of("REPEATS", "QUESTIONS", "DENIES");
  private static final List<String> SAME = List.of("another", "same");
  private static final List<String> URGENCY =
      List.of(
          "none",
          "self-harm",
          "medical-emergency",
          "threat",
          "legal",
          "adverse-event",
          "privacy-breach",
          "patient-harm",
          "abuse-allegation",
          "discrimination",
          "media");

  /** How often the invented rows are gone through for each time of the real ones. */
  private static final int INVENTED_TONES = 3;

  private final Data data;
  private final Path written;
  private final boolean isFurther;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Task> late = new ArrayList<>();
  private int outputs;

  Lessons(Data data, Path written, Plan plan) {
    this.data = data;
    this.written = written;
    this.isFurther = plan.isFurther();
  }

  List<Task> tasks() {
    return tasks;
  }

  /** What is learned towards the end only: few rows, and their head finds states to build on. */
  List<Task> late() {
    return late;
  }

  /** Both. */
  List<Task> all() {
    var all = new ArrayList<>(tasks);
    all.addAll(late);
    return all;
  }

  int outputs() {
    return outputs;
  }

  /** All tasks with what they are learned from, or with their development rows. */
  Lessons read(boolean dev) throws IOException {
    var inputs = new Inputs();
    var real = new RealTexts(data, inputs, dev);
    var labelled = new LabelledTexts(new Labelled(data, written.resolve("labels")), inputs);
    var invented = new InventedTexts(written, inputs, dev);
    add(
        "sentiment",
        tones(real, invented, dev),
        times(1, 0.5),
        1,
        ask("sentiment", Task.Kind.ONE, TONES));
    Task.Head tone = tasks.getLast().heads().getFirst();
    var offence = real.split("offensive", "label", OFFENCE);
    add("offensive", offence, times(2, 1.5), 1, ask("offensive", Task.Kind.ONE, OFFENCE));
    List<String> themes = real.themes();
    var comments = new ArrayList<>(real.feedback(themes));
    comments.addAll(invented.feedback(themes));
    Task.Head theme = ask("themes", Task.Kind.ANY, themes);
    add("feedback", comments, times(4, 4), 1, theme, ask("scale5", Task.Kind.ONE, GRADES));
    List<Task.Head> comment = tasks.getLast().heads();
    List<String> areas = RealTexts.distinct(real.older(), "theme");
    add(
        "older",
        real.older(areas),
        times(0.5, 0.3),
        1,
        ask("area", Task.Kind.ONE, areas),
        ask("criticality", Task.Kind.ONE, CRITICALITY));
    var relevance = real.undivided("crisis/on-off-topic.jsonl", "label", RELEVANCE);
    add("disaster", relevance, times(0.2, 0.1), 0.5, ask("disaster", Task.Kind.ONE, RELEVANCE));
    String disasters = "crisis/information-types-2012.jsonl";
    List<String> types = RealTexts.distinct(data.rows(disasters), "type");
    var typed = new ArrayList<>(real.undivided(disasters, "type", types));
    typed.addAll(dev ? List.of() : labelled.disasterTypes(types));
    add("disaster-type", typed, times(1, 0.5), 0.7, ask("disaster-type", Task.Kind.ONE, types));
    var urgent = invented.labelled("urgency", "kind", URGENCY);
    add("urgency", urgent, times(2.5, 0.6), 1, ask("urgency", Task.Kind.ONE, URGENCY));
    List<Task.Head> kind = tasks.getLast().heads();
    tasks.add(new Task("calm", kind, real.calm(), times(1, 0.5), 0.5));
    if (!dev) {
      tasks.add(
          new Task("feedback-labelled", comment, labelled.feedback(themes), times(1.6, 2.5), 0.8));
      tasks.add(new Task("urgency-labelled", kind, labelled.urgency(URGENCY), times(2, 1), 1));
    }
    add(
        "stance",
        invented.stances(STANCES),
        times(3, 3.5),
        1,
        ask("stance", Task.Kind.ONE, STANCES));
    add("asks", invented.asks(ASKS), times(3.5, 1), 1, ask("asks", Task.Kind.PIECES, ASKS));
    // how a part of a text feels and what it is about is told by the heads that tell it of a whole
    var felt = new ArrayList<>(invented.opinions("sentiment", TONES));
    var about = new ArrayList<>(invented.opinions("theme", themes));
    if (!dev) {
      felt.addAll(labelled.opinions("sentiment", TONES));
      about.addAll(labelled.opinions("theme", themes));
    }
    tasks.add(new Task("opinions", List.of(tone), felt, times(2, 2), 1));
    tasks.add(new Task("clauses", List.of(theme), about, times(2, 2), 1));
    List<String> tags = Inputs.tags();
    var marked = new ArrayList<>(invented.identifiers(tags));
    marked.addAll(real.generalPii(tags));
    add("identifiers", marked, times(3, 1), 1, ask("identifiers", Task.Kind.PIECES, tags));
    var pairs = new ClaimPairs(data, inputs, dev).examples();
    add("claim", pairs, times(1, 0.5), 1, ask("claim", Task.Kind.ONE, SAME));
    var spoken = new ArrayList<>(invented.spoken(TONES));
    spoken.addAll(real.spoken(TONES));
    if (!dev) {
      spoken.addAll(labelled.spoken(TONES));
    }
    add("spoken", spoken, times(2, 1.2), 1, ask("spoken", Task.Kind.ONE, TONES));
    Task.Head risk = ask("guard", Task.Kind.ONE, LearnedReplies.LABELS);
    late.add(
        new Task(
            "guard", List.of(risk), invented.replies(LearnedReplies.LABELS), times(4, 1.5), 1.5));
    return this;
  }

  private static List<Task.Example> tones(RealTexts real, InventedTexts invented, boolean dev)
      throws IOException {
    var examples = new ArrayList<>(real.split("sentiment", "label", TONES));
    for (int i = 0; i < INVENTED_TONES && !dev; i++) {
      examples.addAll(invented.labelled("spanish", "label", TONES));
      examples.addAll(invented.labelled("tone", "label", TONES));
    }
    return examples;
  }

  /** How often rows are gone through at first, and by a network that knows them. */
  private double times(double first, double further) {
    return isFurther ? further : first;
  }

  private void add(
      String name, List<Task.Example> examples, double times, double weight, Task.Head... heads) {
    tasks.add(new Task(name, List.of(heads), examples, times, weight));
  }

  private Task.Head ask(String name, Task.Kind kind, List<String> labels) {
    outputs += labels.size();
    return new Task.Head(name, kind, labels, outputs - labels.size());
  }
}
