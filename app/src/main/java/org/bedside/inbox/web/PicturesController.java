package org.bedside.inbox.web;

import java.io.IOException;
import java.util.UUID;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.Cases;
import org.bedside.inbox.Picture;
import org.bedside.inbox.PictureRefusedException;
import org.bedside.inbox.PictureRefusedException.Reason;
import org.bedside.inbox.Replies;
import org.bedside.inbox.ReplyParts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pictures of a reply. Adding or removing one keeps the draft as it stands in the form. */
@Controller
@Requires(Permission.WRITE_REPLIES)
class PicturesController {

  private final Cases cases;
  private final Composer composer;
  private final Replies replies;
  private final ReplyParts parts;

  PicturesController(Cases cases, Composer composer, Replies replies, ReplyParts parts) {
    this.cases = cases;
    this.composer = composer;
    this.replies = replies;
    this.parts = parts;
  }

  @PostMapping("/inbox/{id}/reply/pictures")
  String attach(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reply,
      @RequestParam(defaultValue = "") String translation,
      @RequestParam(defaultValue = "") String alt,
      @RequestParam(required = false) @Nullable MultipartFile file,
      SignedIn who,
      RedirectAttributes redirect)
      throws IOException {
    long kept = keep(id, reply, translation, who);
    try {
      if (alt.isBlank()) {
        throw new PictureRefusedException(Reason.WITHOUT_WORDS);
      }
      parts.attach(kept, Picture.of(bytes(file)), alt, who);
    } catch (PictureRefusedException refused) {
      redirect.addFlashAttribute("problem", "reply.picture." + refused.reason().name());
      redirect.addFlashAttribute("alt", alt);
    }
    return "redirect:/inbox/" + id + "/reply";
  }

  @PostMapping("/inbox/{id}/reply/pictures/{picture}/remove")
  String detach(
      @PathVariable long id,
      @PathVariable UUID picture,
      @RequestParam(defaultValue = "") String reply,
      @RequestParam(defaultValue = "") String translation,
      SignedIn who) {
    parts.detach(keep(id, reply, translation, who), picture, who);
    return "redirect:/inbox/" + id + "/reply";
  }

  @GetMapping("/inbox/{id}/pictures/{picture}")
  @Requires(Permission.READ_MENTIONS)
  ResponseEntity<byte[]> show(@PathVariable long id, @PathVariable UUID picture, SignedIn who) {
    Picture found =
        parts
            .picture(id, picture, who)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(found.mediaType()))
        .cacheControl(CacheControl.noStore())
        .body(found.content());
  }

  /** The case's own number, which is another one where it was merged. */
  private long keep(long id, String reply, String translation, SignedIn who) {
    CaseFile file =
        cases
            .find(id, who)
            .filter(one -> !one.mentions().isEmpty())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Composer.Words words =
        composer.filled(
            file, new Composer.Words(ComposerForm.cut(reply), ComposerForm.cut(translation)));
    long own = file.row().id();
    replies.keepDraft(own, words.text(), who);
    parts.translate(own, words.translation(), who);
    return own;
  }

  private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
    if (file == null || file.isEmpty()) {
      throw new PictureRefusedException(Reason.UNREADABLE);
    }
    if (file.getSize() > Picture.MOST_BYTES) {
      throw new PictureRefusedException(Reason.TOO_LARGE);
    }
    return file.getBytes();
  }
}
