package org.bedside.understanding.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The blends of all judgements, by name. Immutable and thread-safe. */
public final class Blends {

  private final Map<String, Blend> blends;

  public Blends(Map<String, Blend> blends) {
    this.blends = new TreeMap<>(blends);
  }

  /** Reads them from the library's resources. */
  public static Blends load() {
    try (InputStream in = Blends.class.getResourceAsStream("blends.bin")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks its blends");
      }
      var data = new DataInputStream(new BufferedInputStream(in));
      var blends = new TreeMap<String, Blend>();
      for (int left = data.readInt(); left > 0; left--) {
        String name = data.readUTF();
        blends.put(name, Blend.read(data, data.readInt()));
      }
      return new Blends(blends);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what {@link #load} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(blends.size());
    for (Map.Entry<String, Blend> blend : blends.entrySet()) {
      out.writeUTF(blend.getKey());
      out.writeInt(blend.getValue().calibration().lines().size());
      blend.getValue().write(out);
    }
  }

  /** The one of that name. */
  public Blend blend(String name) {
    Blend blend = blends.get(name);
    if (blend == null) {
      throw new IllegalArgumentException("No blend " + name);
    }
    return blend;
  }
}
