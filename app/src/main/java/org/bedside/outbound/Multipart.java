package org.bedside.outbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files, RFC 7578. Not thread-safe. */
public final class Multipart {

  // Nobody who chooses a part's content can know it.
  private final String boundary = "bedside-" + UUID.randomUUID();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public Multipart field(String name, String value) {
    begin("form-data; name=\"" + escaped(name) + "\"");
    write("\r\n");
    write(value);
    write("\r\n");
    return this;
  }

  public Multipart file(String name, String fileName, String mediaType, byte[] content) {
    begin("form-data; name=\"" + escaped(name) + "\"; filename=\"" + escaped(fileName) + "\"");
    write("Content-Type: " + mediaType.replaceAll("\\p{Cntrl}", "") + "\r\n\r\n");
    bytes.writeBytes(content);
    write("\r\n");
    return this;
  }

  /** For the header of that name. */
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** All parts so far, and the end. */
  public Payload payload() {
    ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.size() + boundary.length() + 6);
    all.writeBytes(bytes.toByteArray());
    all.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return Payload.of(all.toByteArray());
  }

  private void begin(String disposition) {
    write("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n");
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As browsers do, so that no name can end its line or its quotes. */
  private static String escaped(String name) {
    return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
  }
}
