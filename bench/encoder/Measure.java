import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Figures on development rows while training: a glance, not the scoreboard. */
final class Measure {

  private final TrainEncoder trainer;

  Measure(TrainEncoder trainer) {
    this.trainer = trainer;
  }

  void print(List<Task> tasks) {
    for (Task task : tasks) {
      if (!task.train().isEmpty()) {
        for (int h = 0; h < task.heads().size(); h++) {
          System.out.println(
              "   dev " + task.name() + " " + task.heads().get(h).name() + " " + figures(task, h));
        }
      }
    }
  }

  private String figures(Task task, int h) {
    Task.Head head = task.heads().get(h);
    int labels = head.labels().size();
    int all = task.outputs();
    int first = head.from() - task.from();
    long[] hit = new long[labels];
    long[] given = new long[labels];
    long[] real = new long[labels];
    var sorted = new ArrayList<>(task.train());
    sorted.sort(Comparator.comparingInt(e -> e.ids().length));
    for (int from = 0; from < sorted.size(); from += 32) {
      List<Task.Example> batch = sorted.subList(from, Math.min(sorted.size(), from + 32));
      try (NDScope scope = new NDScope()) {
        NDArray out = trainer.outputs(task, batch, false);
        float[] scores = out.toFloatArray();
        int longest = task.ofPieces() ? (int) out.getShape().get(1) : 1;
        for (int i = 0; i < batch.size(); i++) {
          int[] answer = batch.get(i).answers()[h];
          if (answer == null) {
            continue;
          }
          if (head.kind() == Task.Kind.ANY) {
            for (int label : answer) {
              real[label]++;
            }
            for (int c = 0; c < labels; c++) {
              if (scores[i * all + first + c] > -0.5) {
                given[c]++;
                for (int label : answer) {
                  hit[c] += label == c ? 1 : 0;
                }
              }
            }
          } else {
            for (int p = 0; p < (task.ofPieces() ? answer.length : 1); p++) {
              if (answer[p] >= 0) {
                int best = 0;
                for (int c = 1; c < labels; c++) {
                  best =
                      scores[(i * longest + p) * all + first + c]
                              > scores[(i * longest + p) * all + first + best]
                          ? c
                          : best;
                }
                real[answer[p]]++;
                given[best]++;
                hit[best] += best == answer[p] ? 1 : 0;
              }
            }
          }
        }
      }
    }
    double recall = 0;
    double f1 = 0;
    int counted = 0;
    long hits = 0;
    long givens = 0;
    long reals = 0;
    int skip = task.ofPieces() ? 1 : 0;
    for (int c = skip; c < labels; c++) {
      hits += hit[c];
      givens += given[c];
      reals += real[c];
      if (real[c] > 0) {
        recall += (double) hit[c] / real[c];
      }
      if (real[c] >= 10) {
        f1 += 2.0 * hit[c] / (given[c] + real[c]);
        counted++;
      }
    }
    return String.format(
        Locale.ROOT,
        "micro-F1 %.3f, macro-F1(10+) %.3f, macro-recall %.3f (n=%d)",
        2.0 * hits / (givens + reals),
        f1 / Math.max(1, counted),
        recall / labels,
        task.train().size());
  }
}
