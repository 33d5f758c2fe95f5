package org.bedside.bench.about;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.DirectoryEntry.Kind;
import org.bedside.understanding.identifiers.NameTagger;

/**
 * One entry of the directory that is searched.
 *
 * @param words its words: of a hospital all, of a clinician first and last name
 */
record Listed(DirectoryEntry entry, List<String> words, String city) {

  private static final int CLINICIANS = 5_000;
  private static final int FIRST_NAMES = 900;
  private static final int SURNAMES = 6_000;
  private static final String[] DEGREES = {", MD", ", MD", ", MD", ", DO", ", NP", ""};

  boolean isHospital() {
    return entry.kind() == Kind.LOCATION;
  }

  /** The hospitals of a table with name, city and state in columns two, four and five. */
  static List<Listed> hospitals(Path file) throws IOException {
    var hospitals = new ArrayList<Listed>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      List<String> row = columns(line);
      String name = title(row.get(1));
      String city = title(row.get(3));
      var entry =
          new DirectoryEntry(
              "h" + row.get(0), Kind.LOCATION, List.of(name), city + ", " + row.get(4));
      hospitals.add(new Listed(entry, List.of(name.split(" ")), city));
    }
    return hospitals;
  }

  /** Invented clinicians, each in the town of some hospital; a few share a whole name. */
  static List<Listed> clinicians(List<Listed> hospitals, Random random) {
    List<String> firsts = list("first-names.txt.gz").subList(0, FIRST_NAMES);
    List<String> lasts = list("surnames.txt.gz").subList(0, SURNAMES);
    var clinicians = new ArrayList<Listed>();
    var names = new ArrayList<List<String>>();
    Set<String> taken = new HashSet<>();
    while (clinicians.size() < CLINICIANS) {
      Listed hospital = hospitals.get(random.nextInt(hospitals.size()));
      boolean again = !names.isEmpty() && random.nextInt(25) == 0;
      List<String> name =
          again
              ? names.get(random.nextInt(names.size()))
              : List.of(pick(firsts, random), pick(lasts, random));
      String place = hospital.entry.place();
      if (!taken.add(name + place)) {
        continue;
      }
      names.add(name);
      String whole = String.join(" ", name);
      String written =
          random.nextInt(6) == 0 ? "Dr. " + whole : whole + DEGREES[random.nextInt(DEGREES.length)];
      var entry =
          new DirectoryEntry("c" + clinicians.size(), Kind.PROVIDER, List.of(written), place);
      clinicians.add(new Listed(entry, name, hospital.city));
    }
    return clinicians;
  }

  private static String pick(List<String> names, Random random) {
    double skewed = random.nextDouble();
    return title(names.get((int) (skewed * Math.sqrt(skewed) * names.size())));
  }

  private static List<String> columns(String line) {
    var columns = new ArrayList<String>();
    var column = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        columns.add(column.toString());
        column.setLength(0);
      } else {
        column.append(c);
      }
    }
    columns.add(column.toString());
    return columns;
  }

  static String title(String words) {
    var title = new StringBuilder();
    boolean start = true;
    for (char c : words.strip().replaceAll("\\s+", " ").toCharArray()) {
      title.append(start ? Character.toUpperCase(c) : Character.toLowerCase(c));
      start = c == ' ' || c == '-' || c == '.' || c == '(' || c == '/';
    }
    return title.toString();
  }

  private static List<String> list(String resource) {
    try (InputStream in = NameTagger.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      return new BufferedReader(
              new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))
          .lines()
          .filter(name -> name.length() > 2)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
