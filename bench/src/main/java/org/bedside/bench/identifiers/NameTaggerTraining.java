package org.bedside.bench.identifiers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.bedside.bench.identifiers.Samples.Label;
import org.bedside.bench.identifiers.Samples.Sample;
import org.bedside.understanding.identifiers.NameTagger;
import org.bedside.understanding.identifiers.Word;

/**
 * Trains the tagger of names and places: {@code NameTaggerTraining DATA OUT}. Learns from the
 * general-PII rows that aren't held out, from sentences made of templates and the name lists (one
 * name in four is made up of syllables, so that it is on no list), and from patient comments, which
 * are taken to be free of names.
 */
public final class NameTaggerTraining {

  private static final int EPOCHS = 5;
  private static final int VARIANTS = 60;
  private static final String[] SYLLABLES =
      "bra,vel,tor,min,da,lo,ker,shi,ra,nov,el,is,quin,tal,ber,ost,ha,wick,fen,mor,ley,zan,pru,dek,ska,ivo,ren,tam,oh,lin,gar,th,son,ez,ska,man,ton,ov,ini,eau"
          .split(",");

  private final Random random = new Random(20);
  private final List<String> first = list("first-names.txt.gz");
  private final List<String> last = list("surnames.txt.gz");
  private final List<String> cities = list("cities.txt.gz");

  private static final class Tagged {
    private final List<Word> words;
    private final int[] tags;

    Tagged(List<Word> words, int[] tags) {
      this.words = words;
      this.tags = tags;
    }
  }

  private NameTaggerTraining() {}

  /** Arguments: the data folder, the file to write. */
  public static void main(String[] args) throws IOException {
    new NameTaggerTraining().run(Path.of(args[0]), Path.of(args[1]));
  }

  private void run(Path data, Path out) throws IOException {
    var sentences = new ArrayList<Tagged>();
    for (Sample sample : Samples.generalPii(data, false)) {
      for (int i = 0; i < 2; i++) {
        sentences.add(tagged(recased(sample, i == 0 ? 0 : 0.5)));
      }
    }
    for (String text : Samples.texts(data.resolve("patient-feedback/train.jsonl"))) {
      sentences.add(tagged(recased(new Sample(text, List.of()), 0.25)));
    }
    for (String template : templates()) {
      for (int i = 0; i < VARIANTS; i++) {
        sentences.add(tagged(recased(Samples.marked(List.of(filled(template))).getFirst(), 0.4)));
      }
    }
    var trainer = new NameTagger.Trainer();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(sentences, random);
      for (Tagged sentence : sentences) {
        trainer.learn(sentence.words, sentence.tags);
      }
    }
    try (var stream = Files.newOutputStream(out)) {
      trainer.write(stream);
    }
    System.out.println(sentences.size() + " sentences, " + Files.size(out) + " bytes");
  }

  private static Tagged tagged(Sample sample) {
    List<Word> words = Word.of(sample.text());
    int[] tags = new int[words.size()];
    for (int i = 0; i < tags.length; i++) {
      Word word = words.get(i);
      for (Label label : sample.labels()) {
        if (word.start() < label.end() && label.start() < word.end()) {
          tags[i] =
              switch (label.type()) {
                case "PERSON", "NAME" -> NameTagger.NAME;
                case "LOCATION", "ADDRESS", "GEOGRAPHY" -> NameTagger.PLACE;
                default -> tags[i];
              };
        }
      }
    }
    return new Tagged(words, tags);
  }

  private Sample recased(Sample sample, double share) {
    double draw = random.nextDouble();
    String text = sample.text();
    String other =
        draw < share * 0.7
            ? text.toLowerCase(Locale.ROOT)
            : draw < share ? text.toUpperCase(Locale.ROOT) : text;
    return other.length() == text.length() ? new Sample(other, sample.labels()) : sample;
  }

  private String filled(String template) {
    var line = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      if (open < 0) {
        break;
      }
      line.append(template, at, open);
      line.append(
          switch (template.charAt(open + 1)) {
            case 'F' -> "[[NAME|" + pick(first) + "]]";
            case 'L' -> "[[NAME|" + surname() + "]]";
            case 'N' -> "[[NAME|" + pick(first) + " " + surname() + "]]";
            case 'I' -> "[[NAME|" + pick(first) + " " + surname().charAt(0) + "]]";
            case 'C' -> "[[GEOGRAPHY|" + title(cities.get(random.nextInt(cities.size()))) + "]]";
            default -> throw new IllegalStateException("unknown slot in: " + template);
          });
      at = open + 3;
    }
    return line.append(template, Math.min(at, template.length()), template.length()).toString();
  }

  private String surname() {
    String name = pick(last);
    return random.nextInt(14) == 0 ? name + "-" + pick(last) : name;
  }

  private String pick(List<String> names) {
    if (random.nextInt(4) == 0) {
      var made = new StringBuilder();
      for (int i = 0; i < 2 + random.nextInt(2); i++) {
        made.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      return title(made.toString());
    }
    double skewed = random.nextDouble();
    return title(names.get((int) (skewed * skewed * names.size())));
  }

  private static String title(String lower) {
    var title = new StringBuilder();
    boolean start = true;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      title.append(start ? Character.toUpperCase(c) : c);
      start = c == ' ' || c == '-';
    }
    return title.toString();
  }

  private static List<String> templates() throws IOException {
    try (InputStream in = NameTaggerTraining.class.getResourceAsStream("templates.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing templates.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  private static List<String> list(String resource) {
    try (InputStream in = NameTagger.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      return new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
