package org.bedside.evenhandedness.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.evenhandedness.Choice;
import org.bedside.evenhandedness.Contact;
import org.bedside.evenhandedness.ContactList;
import org.bedside.evenhandedness.ListRefusedException;
import org.bedside.evenhandedness.ReviewRequest;
import org.bedside.evenhandedness.ReviewRequests;
import org.bedside.evenhandedness.Seed;
import org.bedside.evenhandedness.Selection;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Chooses whom to ask for a review. The choice goes back as a file and is not kept; what is kept is
 * that it was made, and how.
 */
@Controller
@Requires(Permission.REQUEST_REVIEWS)
class RequestsController {

  private static final int MOST_BYTES = 20_000_000;
  private static final int SHOWN = 50;

  private final ReviewRequests requests;
  private final Locations locations;
  private final Clock clock;

  RequestsController(ReviewRequests requests, Locations locations, Clock clock) {
    this.requests = requests;
    this.locations = locations;
    this.clock = clock;
  }

  @GetMapping("/ledger/requests")
  String show(Model model) {
    return all(RequestForm.empty(), null, model);
  }

  @PostMapping("/ledger/requests")
  Object choose(
      @RequestParam(required = false) @Nullable String place,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(required = false) @Nullable String way,
      @RequestParam(required = false) @Nullable String size,
      @RequestParam(defaultValue = "false") boolean complete,
      @RequestParam(required = false) @Nullable MultipartFile file,
      SignedIn who,
      @ModelAttribute("page") Page page,
      Model model,
      HttpServletResponse response)
      throws IOException {
    RequestForm form = new RequestForm(place, from, until, way, size, complete);
    try {
      ReviewRequests.Plan plan = plan(form, who);
      List<Contact> list = ContactList.read(bytes(file), isPlace(plan.place()));
      ReviewRequests.Made made = requests.make(plan, list, who);
      return RequestFiles.answer(made.choice(), "ask-" + made.recorded().id(), page);
    } catch (ListRefusedException refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return all(form, sentence(refused, page), model);
    }
  }

  @GetMapping("/ledger/requests/{id}")
  String one(@PathVariable UUID id, Model model) {
    return one(find(id), null, false, model);
  }

  /** Makes the recorded choice again from the list it was made from. */
  @PostMapping("/ledger/requests/{id}/again")
  Object again(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "false") boolean download,
      @ModelAttribute("page") Page page,
      Model model,
      HttpServletResponse response)
      throws IOException {
    ReviewRequest recorded = find(id);
    try {
      // The place may be called otherwise by now; its names are in the digest.
      List<Contact> list = ContactList.read(bytes(file), any -> true);
      Choice choice = Choice.of(list, recorded.selection(), Seed.of(recorded.seed()));
      boolean same =
          choice.digest().equals(recorded.digest()) && choice.counts().equals(recorded.counts());
      if (same && download) {
        return RequestFiles.answer(choice, "ask-" + id, page);
      }
      return one(recorded, same ? null : page.text("requests.other-list"), same, model);
    } catch (ListRefusedException refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return one(recorded, sentence(refused, page), false, model);
    }
  }

  private ReviewRequests.Plan plan(RequestForm form, SignedIn who) throws ListRefusedException {
    UUID placeId = form.placeId();
    Location place = placeId == null ? null : locations.find(placeId).orElse(null);
    if (place == null) {
      throw new ListRefusedException("no-place", "");
    }
    LocalDate from = form.first();
    LocalDate until = form.last();
    LocalDate today = LocalDate.ofInstant(clock.instant(), who.zone());
    if (from == null || until == null || until.isBefore(from) || until.isAfter(today)) {
      throw new ListRefusedException("no-days", "");
    }
    Selection selection = form.selection();
    if (selection == null) {
      throw new ListRefusedException("no-size", "");
    }
    if (!form.complete()) {
      throw new ListRefusedException("not-complete", "");
    }
    return new ReviewRequests.Plan(place, from, until, selection);
  }

  private static byte[] bytes(@Nullable MultipartFile file)
      throws IOException, ListRefusedException {
    if (file == null || file.isEmpty()) {
      throw new ListRefusedException("no-file", "");
    }
    try (InputStream in = file.getInputStream()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ListRefusedException("too-many", Integer.toString(ContactList.MOST));
      }
      return bytes;
    }
  }

  private static Predicate<String> isPlace(Location place) {
    return name -> place.names().stream().anyMatch(name::equalsIgnoreCase);
  }

  private static String sentence(ListRefusedException refused, Page page) {
    return page.text("requests.refused." + refused.code(), refused.where());
  }

  private String all(RequestForm form, @Nullable String problem, Model model) {
    model.addAttribute(
        "places",
        locations.current().stream()
            .map(place -> new Option(place.id().toString(), place.name()))
            .toList());
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("requests", requests.latest(SHOWN));
    return "evenhandedness/requests";
  }

  private static String one(
      ReviewRequest request, @Nullable String problem, boolean same, Model model) {
    model.addAttribute("made", request);
    model.addAttribute("problem", problem);
    model.addAttribute("same", same);
    return "evenhandedness/request";
  }

  private ReviewRequest find(UUID id) {
    return requests.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
