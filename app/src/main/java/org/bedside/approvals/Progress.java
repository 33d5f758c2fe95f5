package org.bedside.approvals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.approvals.Ask.Rule;
import org.bedside.identity.Member;
import org.bedside.identity.Permission;
import org.jspecify.annotations.Nullable;

/**
 * How far a request is, seen with the people who work here now: whoever left or plays another part
 * counts no longer, whether they have agreed or not.
 */
public record Progress(List<At> steps) {

  /** Where a step stands. */
  public enum Standing {
    DONE,
    NOW,
    LATER
  }

  /**
   * A step.
   *
   * @param waiting who could take it further
   * @param possible whether it can be met at all
   */
  public record At(
      int number,
      Step step,
      Standing standing,
      List<Seat> seats,
      Set<UUID> waiting,
      boolean possible) {}

  /** A party of a step, and who agreed for it. */
  public record Seat(Party party, @Nullable Given agreed) {}

  /**
   * Counts what was given.
   *
   * @param author whose own agreement counts beside that of others at most
   * @param members who works here now
   */
  public static Progress of(
      List<Step> steps, List<Given> given, UUID author, List<Member> members) {
    List<At> all = new ArrayList<>();
    boolean before = true;
    for (int i = 0; i < steps.size(); i++) {
      At at = new Counting(i, steps.get(i), given, author, members).at(before);
      before = before && at.standing() == Standing.DONE;
      all.add(at);
    }
    return new Progress(List.copyOf(all));
  }

  /** Whether all steps are taken. */
  public boolean isDone() {
    return steps.stream().allMatch(at -> at.standing() == Standing.DONE);
  }

  /** The step whose turn it is. */
  public Optional<At> current() {
    return steps.stream().filter(at -> at.standing() == Standing.NOW).findFirst();
  }

  /** Whose turn it is. */
  public Set<UUID> waiting() {
    return current().map(At::waiting).orElse(Set.of());
  }

  /** Whether some step can't be met by anybody any more. */
  public boolean isStuck() {
    return steps.stream().anyMatch(at -> !at.possible());
  }

  /** One step's count. */
  private record Counting(
      int number, Step step, List<Given> given, UUID author, List<Member> members) {

    At at(boolean before) {
      List<Seat> seats =
          step.ask().parties().stream().map(party -> new Seat(party, agreed(party))).toList();
      boolean others = seats.stream().anyMatch(seat -> isOthers(seat.agreed()));
      boolean all = seats.stream().allMatch(seat -> seat.agreed() != null);
      boolean any = step.ask().rule() == Rule.ANY_OF;
      boolean done = others && (any || all);
      Set<UUID> able = new HashSet<>();
      boolean possible = true;
      for (Seat seat : seats) {
        if (seat.agreed() == null) {
          Set<UUID> couldSpeak = able(seat.party(), true);
          able.addAll(couldSpeak);
          possible &= any || !couldSpeak.isEmpty();
        }
      }
      if (!others) {
        Set<UUID> fresh = new HashSet<>();
        seats.forEach(seat -> fresh.addAll(able(seat.party(), false)));
        possible &= !fresh.isEmpty();
        able.addAll(all ? fresh : Set.of());
      }
      Standing standing = !before ? Standing.LATER : done ? Standing.DONE : Standing.NOW;
      return new At(
          number, step, standing, seats, done ? Set.of() : Set.copyOf(able), done || possible);
    }

    private boolean isOthers(@Nullable Given agreed) {
      return agreed != null && !agreed.member().equals(author);
    }

    /** Somebody else's agreement rather than the author's, where both speak for the party. */
    private @Nullable Given agreed(Party party) {
      Given best = null;
      for (Given one : given) {
        boolean counts =
            one.step() == number
                && one.decision() == Decision.APPROVE
                && members.stream()
                    .anyMatch(m -> m.id().equals(one.member()) && maySpeak(m, party, true));
        if (counts && (best == null || (!isOthers(best) && isOthers(one)))) {
          best = one;
        }
      }
      return best;
    }

    /** Who could agree for the party and hasn't yet in this step. */
    private Set<UUID> able(Party party, boolean withAuthor) {
      return members.stream()
          .filter(member -> maySpeak(member, party, withAuthor))
          .map(Member::id)
          .filter(id -> given.stream().noneMatch(one -> agreedHere(one, id)))
          .collect(Collectors.toSet());
    }

    private boolean agreedHere(Given one, UUID id) {
      return one.step() == number && one.member().equals(id) && one.decision() == Decision.APPROVE;
    }

    /** The author's word counts beside others' at most, so never where one word is enough. */
    private boolean maySpeak(Member member, Party party, boolean withAuthor) {
      boolean self = member.id().equals(author);
      boolean mayAtAll =
          !self || (withAuthor && step.authorMay() && step.ask().rule() == Rule.ALL_OF);
      return mayAtAll
          && party.includes(member)
          && member.roles().stream()
              .anyMatch(role -> role.permissions().contains(Permission.DECIDE_APPROVALS));
    }
  }
}
