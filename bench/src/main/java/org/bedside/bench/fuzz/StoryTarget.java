package org.bedside.bench.fuzz;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bedside.understanding.StoryPrint;

/** The print of a post beside that of its reply. */
final class StoryTarget implements Target {

  private static final int MOST_KEYS = 256;

  private record Answer(List<Long> keys, String there, String back, String itself) {}

  @Override
  public String name() {
    return "stories";
  }

  @Override
  public Object answer(Case input) {
    StoryPrint one = StoryPrint.of(input.post());
    StoryPrint other = StoryPrint.of(input.with("text", _ -> input.reply()).post());
    return new Answer(
        Arrays.stream(one.keys()).boxed().toList(),
        one.sameStory(other).toString(),
        other.sameStory(one).toString(),
        one.sameStory(one).toString());
  }

  @Override
  public void check(Case input, Object answer, Set<String> seen) {
    var print = (Answer) answer;
    Must.hold(print.keys().size() <= MOST_KEYS, "too many keys");
    Must.hold(new HashSet<>(print.keys()).size() == print.keys().size(), "a key stands twice");
    Must.hold(print.there().equals(print.back()), "one story in one direction only");
    seen.add("story " + print.there());
    seen.add("story with itself " + print.itself());
  }

  @Override
  public int size(Case input) {
    return input.text().length() + input.reply().length();
  }
}
