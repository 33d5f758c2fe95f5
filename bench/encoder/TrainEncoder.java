import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bedside.bench.Data;
import org.bedside.understanding.encoder.PieceCutter;

/**
 * Trains the encoder with all its heads. Arguments: the folder for checkpoints, the folder with the
 * invented rows, {@code published} or the folder of an earlier encoder to go on from, and
 * optionally names of tasks (all where none is named). A run that was broken off goes on from its
 * last checkpoint.
 */
final class TrainEncoder {

  private static final int BATCH = 64;
  private static final float DECAY = 0.01f;
  private static final int CHECKPOINT = 100;
  private static final String PUBLISHED = "published";

  /** The piece that stands for a hidden one: BERT's [MASK]. */
  private static final int HIDDEN = 103;

  /**
   * A batch.
   *
   * @param before how many batches of what is learned from the beginning on come before it
   */
  private record Step(Task task, List<Task.Example> examples, int before) {}

  private Plan plan;
  private NDManager manager;
  private Network network;
  private Adam adam;
  private Embedded embedded;

  void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Path written = Path.of(arguments[1]);
    String start = arguments[2];
    plan = start.equals(PUBLISHED) ? Plan.FIRST : Plan.FURTHER;
    List<String> wanted = List.of(arguments).subList(3, arguments.length);
    Engine engine = Engine.getInstance();
    engine.setRandomSeed(7);
    manager = NDManager.newBaseManager();
    BrainFloats.allow();
    Data data = Data.find();
    Original original = Original.read();
    Lessons lessons = new Lessons(data, written, plan).read(false);
    Lessons dev = new Lessons(data, written, plan).read(true);
    System.out.println(lessons.outputs() + " outputs, dev " + dev.outputs());
    network = new Network(manager, original, lessons.outputs(), 5);
    if (plan.isFurther()) {
      new Earlier(Path.of(start)).into(network, lessons.all());
    }
    embedded = new Embedded(original);
    adam = new Adam(network, DECAY);
    List<Step> usual = batches(named(lessons.tasks(), wanted), new Random(plan.order()));
    List<Step> steps = withLate(usual, batches(named(lessons.late(), wanted), new Random(31)));
    int done = adam.load(folder.resolve("checkpoint"));
    System.out.println(steps.size() + " steps, " + done + " done before");
    if (plan.isFurther() && done == 0) {
      measure(dev, wanted);
    }
    long begun = System.nanoTime();
    long texts = 0;
    Map<String, double[]> losses = new HashMap<>();
    for (int i = done; i < steps.size(); i++) {
      network.isAt(i);
      float at = rate(steps.get(i).before, usual.size());
      double loss = step(steps.get(i), plan.rate() * at, plan.headRate() * at, i);
      texts += steps.get(i).examples.size();
      double[] sum = losses.computeIfAbsent(steps.get(i).task.name(), k -> new double[2]);
      sum[0] += loss;
      sum[1]++;
      if ((i + 1) % 50 == 0) {
        var told = new StringBuilder();
        losses.forEach(
            (k, v) -> told.append(String.format(Locale.ROOT, " %s %.3f", k, v[0] / v[1])));
        losses.clear();
        System.out.printf(
            Locale.ROOT,
            "%d/%d %.0f/s%s%n",
            i + 1,
            steps.size(),
            texts / ((System.nanoTime() - begun) / 1e9),
            told);
      }
      if ((i + 1) % CHECKPOINT == 0 || i + 1 == steps.size()) {
        adam.save(folder.resolve("checkpoint"), i + 1);
      }
      if ((i + 1) % 700 == 0 || i + 1 == steps.size()) {
        measure(dev, wanted);
      }
    }
  }

  private void measure(Lessons dev, List<String> wanted) {
    new Measure(this).print(named(dev.all(), wanted));
  }

  /**
   * How much of the full rate a batch learns at: rising at first, then falling as if to the end of
   * all batches, and towards the last one that is learned more steeply, to nothing.
   */
  private float rate(int before, int all) {
    if (before < 0.06 * all) {
      return before / (0.06f * all);
    }
    float falling = (all - Math.min(before, (int) (plan.steep() * all))) / (0.94f * all);
    float left = (plan.last() * all - before) / Math.max(1, (plan.last() - plan.steep()) * all);
    return before < plan.steep() * all ? falling : falling * Math.max(0, left);
  }

  private static List<Task> named(List<Task> tasks, List<String> wanted) {
    return tasks.stream().filter(t -> wanted.isEmpty() || wanted.contains(t.name())).toList();
  }

  /** The usual batches, with the late ones at random places of their last two fifths. */
  private List<Step> withLate(List<Step> usual, List<Step> late) {
    var random = new Random(37);
    var after = new TreeMap<Integer, List<Step>>();
    for (Step step : late) {
      int first = usual.size() * 3 / 5;
      int place = first + random.nextInt(usual.size() - first);
      after.computeIfAbsent(place, key -> new ArrayList<>()).add(step);
    }
    var steps = new ArrayList<Step>();
    for (int i = 0; i < plan.last() * usual.size(); i++) {
      steps.add(new Step(usual.get(i).task, usual.get(i).examples, i));
      for (Step step : after.getOrDefault(i, List.of())) {
        steps.add(new Step(step.task, step.examples, i));
      }
    }
    return steps;
  }

  /** All batches of all tasks in a fixed random order; texts of like length lie in one batch. */
  private static List<Step> batches(List<Task> tasks, Random random) {
    var steps = new ArrayList<Step>();
    for (Task task : tasks) {
      var examples = new ArrayList<Task.Example>();
      for (double left = task.times(); left > 0; left--) {
        var all = new ArrayList<>(task.train());
        Collections.shuffle(all, random);
        examples.addAll(all.subList(0, (int) (all.size() * Math.min(1, left))));
      }
      for (int from = 0; from < examples.size(); from += BATCH * 16) {
        var pool =
            new ArrayList<>(examples.subList(from, Math.min(examples.size(), from + BATCH * 16)));
        pool.sort(Comparator.comparingInt(e -> e.ids().length));
        for (int b = 0; b < pool.size(); b += BATCH) {
          steps.add(
              new Step(task, List.copyOf(pool.subList(b, Math.min(pool.size(), b + BATCH))), 0));
        }
      }
    }
    Collections.shuffle(steps, random);
    return steps;
  }

  private double step(Step step, float rate, float headRate, int number) {
    try (NDScope scope = new NDScope()) {
      NDArray loss;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        loss = loss(step.task, hidden(step, new Random(number)));
        collector.backward(loss);
      }
      adam.step(rate, headRate);
      return loss.getFloat() / step.task.weight();
    }
  }

  /** The texts of a batch with some of their pieces hidden, so that none is learned by heart. */
  private List<Task.Example> hidden(Step step, Random random) {
    if (plan.hidden() == 0 || step.task.ofPieces()) {
      return step.examples;
    }
    return step.examples.stream()
        .map(
            example -> {
              int[] ids = example.ids().clone();
              for (int i = 0; i < ids.length; i++) {
                boolean isMark = ids[i] == PieceCutter.FIRST || ids[i] == PieceCutter.LAST;
                ids[i] = !isMark && random.nextDouble() < plan.hidden() ? HIDDEN : ids[i];
              }
              return new Task.Example(
                  ids, example.second(), example.answers(), example.poolFrom(), example.poolTo());
            })
        .toList();
  }

  NDArray outputs(Task task, List<Task.Example> examples, boolean training) {
    int longest = examples.stream().mapToInt(e -> e.ids().length).max().orElse(1);
    int n = examples.size();
    NDArray x =
        manager.create(embedded.of(examples, longest), new Shape(n, longest, Original.WIDTH));
    float[] mask = new float[n * longest];
    float[] pool = new float[n * longest];
    for (int i = 0; i < n; i++) {
      for (int p = 0; p < examples.get(i).ids().length; p++) {
        mask[i * longest + p] = 1;
        pool[i * longest + p] =
            p >= examples.get(i).poolFrom() && p < examples.get(i).poolTo() ? 1 : 0;
      }
    }
    NDArray states = network.states(x, manager.create(mask, new Shape(n, longest)), training);
    NDArray seen =
        task.ofPieces()
            ? states
            : Network.pooled(states, manager.create(pool, new Shape(n, longest)));
    return network.head(seen, task.from(), task.outputs(), training);
  }

  private NDArray loss(Task task, List<Task.Example> examples) {
    NDArray out = outputs(task, examples, true);
    NDArray loss = null;
    for (int h = 0; h < task.heads().size(); h++) {
      Task.Head head = task.heads().get(h);
      int from = head.from() - task.from();
      int labels = head.labels().size();
      NDArray scores =
          task.heads().size() == 1 ? out : out.get(":, " + from + ":" + (from + labels));
      float[] target = new float[Math.toIntExact(scores.size())];
      int places = target.length / labels / examples.size();
      int asked = 0;
      for (int i = 0; i < examples.size(); i++) {
        int[] answer = examples.get(i).answers()[h];
        for (int a = 0; answer != null && a < answer.length; a++) {
          if (answer[a] >= 0) {
            int place = head.kind() == Task.Kind.PIECES ? a : 0;
            target[(i * places + place) * labels + answer[a]] = 1;
            asked++;
          }
        }
      }
      NDArray wanted = manager.create(target, scores.getShape());
      NDArray part =
          head.kind() == Task.Kind.ANY
              // log(1 + e^x) - t x, without overflow
              ? scores
                  .maximum(0)
                  .add(scores.abs().neg().exp().add(1).log())
                  .sub(scores.mul(wanted))
                  .sum()
                  .div(examples.size() * 4)
              : scores.logSoftmax(-1).mul(wanted).sum().div(-Math.max(1, asked));
      loss = loss == null ? part : loss.add(part);
    }
    return loss.mul((float) task.weight());
  }
}
