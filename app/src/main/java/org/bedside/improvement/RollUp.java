package org.bedside.improvement;

import java.util.Comparator;
import java.util.List;

/**
 * The groups that may be shown, and the rest in one sum. Groups of fewer than five are in no page
 * and no file: from so few it could be guessed who wrote.
 *
 * @param groups of at least {@value #FEWEST} mentions, the largest first
 */
public record RollUp(List<Group> groups, Smaller smaller) {

  /** So many mentions a group has at least that is shown. */
  public static final int FEWEST = 5;

  public RollUp {
    groups = List.copyOf(groups);
  }

  /**
   * Leaves out what is too small.
   *
   * @param counted every group that has a mention in the period
   */
  public static RollUp of(List<Group> counted) {
    List<Group> small = counted.stream().filter(group -> group.now().mentions() < FEWEST).toList();
    return new RollUp(
        counted.stream()
            .filter(group -> group.now().mentions() >= FEWEST)
            .sorted(
                Comparator.comparingLong((Group group) -> group.now().mentions())
                    .reversed()
                    .thenComparing(group -> group.topic().theme()))
            .toList(),
        new Smaller(small.size(), small.stream().mapToLong(group -> group.now().mentions()).sum()));
  }

  /** Those of one column, what weighs most first. */
  public List<Group> of(Group.Side side) {
    Comparator<Group> weight =
        switch (side) {
          case LOVED -> Comparator.comparingLong(group -> group.now().positive());
          case MUST_CHANGE ->
              Comparator.comparingLong(group -> group.now().negative() + group.now().asking());
          case NEITHER -> Comparator.comparingLong(group -> group.now().mentions());
        };
    return groups.stream().filter(group -> group.side() == side).sorted(weight.reversed()).toList();
  }

  /**
   * What is not shown.
   *
   * @param groups how many
   * @param mentions in all of them; a sum below {@value RollUp#FEWEST} is not to be shown either
   */
  public record Smaller(int groups, long mentions) {

    /** Whether the sum may be told. */
    public boolean isTold() {
      return mentions >= FEWEST;
    }
  }
}
