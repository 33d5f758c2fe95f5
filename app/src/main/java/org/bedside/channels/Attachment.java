package org.bedside.channels;

/**
 * A picture that goes with a reply.
 *
 * @param mediaType PNG or JPEG
 * @param content of that media type, without anything but pixels in it; not to be changed
 * @param alt what it shows, for those who don't see it
 */
@SuppressWarnings("ArrayRecordComponent") // written once, to the database
public record Attachment(String mediaType, byte[] content, int width, int height, String alt) {

  /** The largest that is taken, in bytes; it may still be made smaller for its network. */
  public static final int MOST_BYTES = 20_000_000;

  @Override
  public String toString() {
    return "Attachment[" + mediaType + ", " + width + " x " + height + "]";
  }
}
